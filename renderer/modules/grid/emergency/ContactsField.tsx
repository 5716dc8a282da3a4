import { ActionIcon, Button, Group, Input, NumberInput, Select, Stack, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { PlanContact } from '#shared/modules/grid/emergency/emergency.schema.ts';

type ContactsFieldProps = { readonly label: string; readonly initial: readonly PlanContact[]; readonly error?: ReactNode; readonly onChange: (contacts: PlanContact[]) => void };

const DEFAULT_MINUTES = 15;

/** The contact tree of a plan: who it is, who calls them, and within how many minutes they report. */
export function ContactsField({ label, initial, error, onChange }: ContactsFieldProps) {
  const { formatMessage } = useIntl();
  const [rows, setRows] = useState<readonly PlanContact[]>(initial);
  const change = (changed: readonly PlanContact[]) => {
    setRows(changed);
    onChange(changed.filter(({ name, role }) => `${name}${role}`.trim() !== ''));
  };
  const put = (key: string, values: Partial<PlanContact>) => change(rows.map((row) => (row.key === key ? { ...row, ...values } : row)));
  const remove = (gone: PlanContact) => change(rows.filter(({ key }) => key !== gone.key).map((row) => (row.parentKey === gone.key ? { ...row, parentKey: gone.parentKey } : row)));
  const add = () => change([...rows, { key: crypto.randomUUID(), parentKey: rows[0]?.key ?? null, role: '', name: '', phone: '', withinMinutes: DEFAULT_MINUTES }]);
  const words = (field: 'role' | 'name' | 'phone' | 'within' | 'parent', place: number) => ({ 'aria-label': formatMessage({ id: 'emergency.contact-line' }, { field: formatMessage({ id: `emergency.contact.${field}` }), place }), placeholder: formatMessage({ id: `emergency.contact.${field}` }) });
  return (
    <Input.Wrapper label={label} error={error} labelElement="div">
      <Stack gap={6} mt={4}>
        {rows.map((row, at) => (
          <Group key={row.key} gap={6} wrap="nowrap">
            <TextInput style={{ flex: 2 }} {...words('role', at + 1)} maxLength={50} value={row.role} onChange={(event) => put(row.key, { role: event.currentTarget.value })} />
            <TextInput style={{ flex: 2 }} {...words('name', at + 1)} maxLength={50} value={row.name} onChange={(event) => put(row.key, { name: event.currentTarget.value })} />
            <TextInput style={{ flex: 2 }} {...words('phone', at + 1)} inputMode="tel" maxLength={40} value={row.phone} onChange={(event) => put(row.key, { phone: event.currentTarget.value })} />
            <Select
              style={{ flex: 2 }}
              {...words('parent', at + 1)}
              clearable
              comboboxProps={{ transitionProps: { duration: 0 } }}
              data={rows.filter(({ key, name, role }) => key !== row.key && `${name}${role}` !== '').map(({ key, name, role }) => ({ value: key, label: [role, name].filter(Boolean).join(' ') }))}
              value={row.parentKey}
              onChange={(parentKey) => put(row.key, { parentKey })}
            />
            <NumberInput w={90} {...words('within', at + 1)} min={1} max={10_080} allowDecimal={false} value={row.withinMinutes} onChange={(value) => put(row.key, { withinMinutes: typeof value === 'number' ? value : DEFAULT_MINUTES })} />
            <ActionIcon variant="subtle" color="red" aria-label={formatMessage({ id: 'emergency.contact-remove' }, { place: at + 1 })} onClick={() => remove(row)}><IconTrash size={16} aria-hidden /></ActionIcon>
          </Group>
        ))}
        <Button size="compact-xs" variant="default" style={{ alignSelf: 'start' }} leftSection={<IconPlus size={14} aria-hidden />} onClick={add}><FormattedMessage id="emergency.contact-add" /></Button>
      </Stack>
    </Input.Wrapper>
  );
}
