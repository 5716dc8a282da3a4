import { Checkbox, Stack } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { roles, type Role } from '#shared/contract/roles.ts';

type RoleChoiceProps = { readonly label: string; readonly defaultValue?: readonly Role[]; readonly onChange?: (roles: Role[]) => void; readonly error?: ReactNode };

/** The roles after a tick: the auditor stands alone, so choosing it lets the others go and choosing another lets it go. */
function withTick(before: readonly Role[], ticked: readonly string[]): Role[] {
  const chosen = roles.filter((role) => ticked.includes(role));
  if (!chosen.includes('auditor')) return chosen;
  return before.includes('auditor') ? chosen.filter((role) => role !== 'auditor' || chosen.length === 1) : ['auditor'];
}

/** Six roles, each with what it may do in plain words. */
export function RoleChoice({ label, defaultValue = [], onChange, error }: RoleChoiceProps) {
  const { formatMessage } = useIntl();
  const [chosen, setChosen] = useState<readonly Role[]>(defaultValue);
  const tick = (ticked: string[]) => {
    const next = withTick(chosen, ticked);
    setChosen(next);
    onChange?.(next);
  };
  return (
    <Checkbox.Group label={label} description={formatMessage({ id: 'accounts.roles.hint' })} withAsterisk value={[...chosen]} onChange={tick} error={error}>
      <Stack gap="xs" mt="xs" mb={4}>
        {roles.map((role) => <Checkbox key={role} value={role} label={formatMessage({ id: `accounts.role.${role}` })} description={formatMessage({ id: `accounts.role.${role}.about` })} />)}
      </Stack>
    </Checkbox.Group>
  );
}
