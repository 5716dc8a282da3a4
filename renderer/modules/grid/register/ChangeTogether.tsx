import { Button, Drawer, Group, Select, Stack, Table, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useCodes } from '#renderer/components/codes/use-codes.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { PickSelect } from '#renderer/components/record-form/PickSelect.tsx';
import { messageId } from '#renderer/i18n/messages.ts';
import { MOST_TOGETHER, personsChangeSchema, type PersonRow } from '#shared/modules/grid/register/person.schema.ts';
import { useGridOptions } from '../territory/use-grid-options.ts';
import { changeFor, sameAlready, textNow, togetherFields, type TogetherField } from './together.rules.ts';

type ChangeTogetherProps = { readonly persons: readonly PersonRow[]; readonly onClose: () => void };

/** As many lines as show what will happen; the rest is counted. */
const SAMPLE = 5;

/** Gives one field the same value for everybody selected: shown beforehand on the first few, taken back as one step. */
export function ChangeTogether({ persons, onClose }: ChangeTogetherProps) {
  const { formatMessage } = useIntl();
  const [field, setField] = useState<TogetherField>('gridId');
  const [value, setValue] = useState('');
  const [isChosen, setChosen] = useState(false);
  const save = useMutation(api.grid.updatePersons());
  const change = changeFor(field, value);
  const isReady = isChosen && personsChangeSchema.safeParse(change).success && persons.length <= MOST_TOGETHER;
  const already = persons.filter((person) => sameAlready(person, field, value)).length;
  const fields = togetherFields.map((name) => ({ value: name, label: formatMessage({ id: messageId(`register.field.${name}`) }) }));
  const start = (next: string): void => {
    setValue(next);
    setChosen(true);
  };
  return (
    <Drawer opened onClose={onClose} position="right" size="38rem" title={formatMessage({ id: 'register.together-title' }, { count: persons.length })} closeButtonProps={{ 'aria-label': formatMessage({ id: 'common.close' }) }} transitionProps={{ duration: 100 }}>
      <Stack gap="md">
        <ErrorNote error={save.error} />
        {persons.length > MOST_TOGETHER && <Text size="sm" role="alert"><FormattedMessage id="register.together-too-many" values={{ most: MOST_TOGETHER }} /></Text>}
        <Select
          label={formatMessage({ id: 'register.together-field' })}
          data={fields}
          value={field}
          allowDeselect={false}
          data-autofocus
          comboboxProps={{ transitionProps: { duration: 0 } }}
          onChange={(name) => {
            setField(togetherFields.find((one) => one === name) ?? 'gridId');
            setValue('');
            setChosen(false);
          }}
        />
        <ValueField key={field} field={field} onChange={start} />
        {isChosen && <Sample persons={persons} field={field} value={value} already={already} />}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}><FormattedMessage id="common.cancel" /></Button>
          <Button
            disabled={!isReady || already === persons.length}
            loading={save.isPending}
            onClick={() => save.mutate({ persons: persons.map(({ id, version }) => ({ id, version })), change }, { onSuccess: onClose })}
          >
            <FormattedMessage id="register.together-do" values={{ count: persons.length - already }} />
          </Button>
        </Group>
      </Stack>
    </Drawer>
  );
}

function ValueField({ field, onChange }: { readonly field: TogetherField; readonly onChange: (value: string) => void }) {
  const { formatMessage } = useIntl();
  const grids = useGridOptions();
  const categories = useCodes('person-category');
  const education = useCodes('education');
  const label = formatMessage({ id: 'register.together-value' });
  const choose = (value: string | null): void => onChange(value ?? '');
  if (field === 'gridId') return <PickSelect kind="grid" label={label} options={grids} clearable onChange={choose} />;
  if (field === 'category') return <PickSelect kind="code/person-category" label={label} options={categories.options} allowDeselect={false} onChange={choose} />;
  if (field === 'education') return <PickSelect kind="code/education" label={label} options={education.options} clearable onChange={choose} />;
  return <TextInput label={label} maxLength={field === 'workplace' ? 100 : 200} onChange={(event) => onChange(event.currentTarget.value.trim())} />;
}

type SampleProps = { readonly persons: readonly PersonRow[]; readonly field: TogetherField; readonly value: string; readonly already: number };

/** What stands there now and what will stand there, for the first who change. */
function Sample({ persons, field, value, already }: SampleProps) {
  const { formatMessage } = useIntl();
  const grids = useGridOptions();
  const categories = useCodes('person-category');
  const education = useCodes('education');
  const none = formatMessage({ id: 'common.none' });
  const wordsOf = (code: string): string => {
    if (code === '') return none;
    if (field === 'gridId') return grids.find((grid) => grid.value === code)?.label ?? code;
    if (field === 'category') return categories.labelOf(code);
    return field === 'education' ? education.labelOf(code) : code;
  };
  const changing = persons.filter((person) => !sameAlready(person, field, value));
  return (
    <Stack gap={4}>
      <Table aria-label={formatMessage({ id: 'register.together-sample' })} verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th><FormattedMessage id="register.field.name" /></Table.Th>
            <Table.Th><FormattedMessage id="register.together-before" /></Table.Th>
            <Table.Th><FormattedMessage id="register.together-after" /></Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {changing.slice(0, SAMPLE).map((person) => (
            <Table.Tr key={person.id}>
              <Table.Td>{person.name}</Table.Td>
              <Table.Td>{field === 'gridId' ? person.gridName || none : wordsOf(textNow(person, field))}</Table.Td>
              <Table.Td fw={600}>{wordsOf(value)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Text size="sm" c="dimmed"><FormattedMessage id="register.together-rest" values={{ more: Math.max(0, changing.length - SAMPLE), already }} /></Text>
    </Stack>
  );
}
