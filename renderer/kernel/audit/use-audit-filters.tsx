import { Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useMay } from '#renderer/app/session.ts';
import type { LedgerFilter } from '#renderer/components/ledger/ledger-list.ts';
import { DayInput } from '#renderer/components/record-form/DayInput.tsx';
import { auditActions, auditEntities } from './audit-names.ts';
import type { AuditFilter } from './audit-list.ts';
import { useAuditWords } from './use-audit-words.ts';

type Field = keyof AuditFilter;
type Option = { readonly value: string; readonly label: string };
type Change = (next: AuditFilter) => void;

function without(filter: AuditFilter, field: Field): AuditFilter {
  const { [field]: _gone, ...rest } = filter;
  return rest;
}
const put = (filter: AuditFilter, field: Field, value: string | null): AuditFilter => (value ? { ...filter, [field]: value } : without(filter, field));

/** The conditions of the log: who, what, about what, and on which days. */
export function useAuditFilters(): readonly LedgerFilter<AuditFilter>[] {
  const { formatMessage, formatDate, messages } = useIntl();
  const words = useAuditWords();
  const accounts = useQuery({ ...api.accounts.listAccounts({}), enabled: useMay()('accounts.read') });
  return useMemo(() => {
    const filterOf = (field: Field, label: string, wordsOf: (value: string) => string, editor: (value: string | null, change: (value: string | null) => void) => ReactNode): LedgerFilter<AuditFilter> => ({
      id: field,
      label,
      describe: (filter) => (filter[field] === undefined ? null : wordsOf(filter[field])),
      without: (filter) => without(filter, field),
      editor: (filter, change: Change) => editor(filter[field] ?? null, (value) => change(put(filter, field, value))),
    });
    const choice = (field: Field, label: string, options: readonly Option[]) =>
      filterOf(
        field,
        label,
        (value) => options.find((option) => option.value === value)?.label ?? value,
        (value, change) => <Select label={label} data={options} value={value} onChange={change} searchable clearable data-autofocus comboboxProps={{ withinPortal: false, transitionProps: { duration: 0 } }} />,
      );
    const day = (field: 'from' | 'until', label: string) =>
      filterOf(
        field,
        label,
        (value) => formatDate(`${value}T00:00:00Z`, { dateStyle: 'medium', timeZone: 'UTC' }),
        (value, change) => <DayInput label={label} value={value} onChange={change} popoverProps={{ withinPortal: false, transitionProps: { duration: 0 } }} data-autofocus />,
      );
    const title = (name: 'actor' | 'action' | 'entity' | 'entity-id' | 'from' | 'until') => formatMessage({ id: `audit.column.${name}` });
    return [
      choice('actorId', title('actor'), (accounts.data ?? []).map(({ id, displayName, name }) => ({ value: id, label: `${displayName} (${name})` }))),
      choice('action', title('action'), auditActions(messages).map((name) => ({ value: name, label: words.action(name) }))),
      choice('entity', title('entity'), auditEntities(messages).map((name) => ({ value: name, label: words.entity(name) }))),
      day('from', title('from')),
      day('until', title('until')),
      filterOf('entityId', title('entity-id'), (value) => value, (value, change) => (
        <TextInput label={title('entity-id')} value={value ?? ''} maxLength={60} onChange={(event) => change(event.currentTarget.value.trim())} data-autofocus />
      )),
    ];
  }, [accounts.data, formatMessage, formatDate, messages, words]);
}
