import { MultiSelect, TextInput } from '@mantine/core';
import { useIntl } from 'react-intl';
import type { RecordForm } from '#renderer/components/record-form/use-record-form.ts';
import type { AccountDraft } from '#shared/kernel/accounts/accounts.contract.ts';
import { RoleChoice } from './RoleChoice.tsx';
import { useAccountLabel } from './use-account-label.ts';
import { useGridNames } from './use-grid-names.ts';

/** What is typed of an account. The name to sign in with is given once and stays. */
export function AccountFields({ record, isNew }: { readonly record: RecordForm<AccountDraft>; readonly isNew: boolean }) {
  const { formatMessage } = useIntl();
  const labelOf = useAccountLabel();
  const grids = useGridNames();
  const { form } = record;
  return (
    <>
      {isNew && (
        <TextInput
          label={labelOf('name')}
          description={formatMessage({ id: 'accounts.name.hint' })}
          required
          maxLength={40}
          autoComplete="off"
          data-autofocus
          key={form.key('name')}
          {...form.getInputProps('name')}
        />
      )}
      <TextInput
        label={labelOf('displayName')}
        description={formatMessage({ id: 'accounts.display-name.hint' })}
        required
        maxLength={40}
        autoComplete="off"
        {...(!isNew && { 'data-autofocus': true })}
        key={form.key('displayName')}
        {...form.getInputProps('displayName')}
      />
      <RoleChoice label={labelOf('roles')} key={form.key('roles')} {...form.getInputProps('roles')} />
      <MultiSelect
        label={labelOf('gridIds')}
        description={formatMessage({ id: 'accounts.grids.hint' })}
        data={grids.options}
        searchable
        clearable
        hidePickedOptions
        clearButtonProps={{ 'aria-label': formatMessage({ id: 'accounts.grids.clear' }) }}
        nothingFoundMessage={formatMessage({ id: 'accounts.grids.none' })}
        comboboxProps={{ transitionProps: { duration: 0 } }}
        key={form.key('gridIds')}
        {...form.getInputProps('gridIds')}
      />
    </>
  );
}
