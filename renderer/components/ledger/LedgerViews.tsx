import { Button, Group, Menu, Modal, Stack, Text, TextInput } from '@mantine/core';
import { IconCheck, IconChevronDown } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { LedgerRecord } from './ledger-list.ts';
import { useLedgerViews } from './use-ledger-views.ts';
import type { Ledger } from './use-ledger.ts';

/** The key of a kept view is the list's and this name together, at most 120 characters. */
const NAME_LIMIT = 40;

/** The person's own views of the list: show one, keep this one, delete one. */
export function LedgerViews<Row extends LedgerRecord, F extends object, S extends string>({ ledger }: { readonly ledger: Ledger<Row, F, S> }) {
  const { views, current, isChanged, apply, startAgain, save, remove } = useLedgerViews(ledger);
  const [isNaming, setNaming] = useState(false);
  const mark = (isShown: boolean) => (isShown ? <IconCheck size={14} aria-hidden /> : <span />);
  return (
    <>
      <Menu shadow="sm" position="bottom-end" transitionProps={{ duration: 0 }}>
        <Menu.Target>
          <Button size="compact-sm" variant="default" rightSection={<IconChevronDown size={14} aria-hidden />}>
            {current ? <FormattedMessage id={isChanged ? 'ledger.view-changed' : 'ledger.view-current'} values={{ name: current.name }} /> : <FormattedMessage id="ledger.views" />}
          </Button>
        </Menu.Target>
        <Menu.Dropdown miw={220}>
          <Menu.Item leftSection={mark(current === null)} onClick={startAgain}><FormattedMessage id="ledger.views-start" /></Menu.Item>
          {views.map((view) => (
            <Menu.Item key={view.name} leftSection={mark(view === current)} aria-current={view === current || undefined} onClick={() => apply(view)}>{view.name}</Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item onClick={() => setNaming(true)}><FormattedMessage id="ledger.view-save" /></Menu.Item>
          {current && isChanged && <Menu.Item onClick={() => save(current.name)}><FormattedMessage id="ledger.view-update" values={{ name: current.name }} /></Menu.Item>}
          {current && <Menu.Item color="red" onClick={() => remove(current.name)}><FormattedMessage id="ledger.view-remove" values={{ name: current.name }} /></Menu.Item>}
        </Menu.Dropdown>
      </Menu>
      <Modal opened={isNaming} onClose={() => setNaming(false)} title={<FormattedMessage id="ledger.view-dialog" />} centered transitionProps={{ duration: 100 }}>
        <ViewName taken={views.map(({ name }) => name)} onSave={save} onClose={() => setNaming(false)} />
      </Modal>
    </>
  );
}

type ViewNameProps = { readonly taken: readonly string[]; readonly onSave: (name: string) => void; readonly onClose: () => void };

function ViewName({ taken, onSave, onClose }: ViewNameProps) {
  const { formatMessage } = useIntl();
  const [typed, setTyped] = useState('');
  const name = typed.trim();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name === '') return;
    onSave(name);
    onClose();
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <TextInput data-autofocus label={formatMessage({ id: 'ledger.view-name' })} value={typed} maxLength={NAME_LIMIT} onChange={(event) => setTyped(event.currentTarget.value)} />
        <Text size="sm" c="dimmed" role="status"><FormattedMessage id={taken.includes(name) ? 'ledger.view-replaces' : 'ledger.view-holds'} /></Text>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}><FormattedMessage id="common.cancel" /></Button>
          <Button type="submit" disabled={name === ''}><FormattedMessage id="common.save" /></Button>
        </Group>
      </Stack>
    </form>
  );
}
