import { Button, Menu } from '@mantine/core';
import { IconCheck, IconFlag } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import type { MatterSheet } from '#shared/modules/grid/matters/matter.schema.ts';

const FLAGS = ['pinned', 'isModel', 'isLegacy'] as const;

/** On top of the queue, on the list of model cases, on the list of legacy matters. */
export function FlagMenu({ matter }: { readonly matter: MatterSheet }) {
  const { formatMessage } = useIntl();
  const flag = useMutation(api.grid.flagMatter());
  const { id, version, pinned, isModel, isLegacy } = matter;
  return (
    <>
      <ErrorNote error={flag.error} />
      <Menu position="bottom-end" transitionProps={{ duration: 0 }} returnFocus>
        <Menu.Target><Button size="xs" variant="default" leftSection={<IconFlag size={16} aria-hidden />}><FormattedMessage id="matters.flags" /></Button></Menu.Target>
        <Menu.Dropdown>
          {FLAGS.map((name) => <Menu.Item key={name} role="menuitemcheckbox" aria-checked={matter[name]} leftSection={matter[name] ? <IconCheck size={16} aria-hidden /> : <span style={{ width: 16 }} />} onClick={() => flag.mutate({ id, version, pinned, isModel, isLegacy, [name]: !matter[name] })}>{formatMessage({ id: `matters.flag.${name}` })}</Menu.Item>)}
        </Menu.Dropdown>
      </Menu>
    </>
  );
}
