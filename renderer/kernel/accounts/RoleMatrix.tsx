import { Stack, Table, Text, VisuallyHidden } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { FormattedMessage, useIntl } from 'react-intl';
import { messageId } from '#renderer/i18n/messages.ts';
import { permissionsOf } from '#shared/contract/actor.ts';
import { permissions, type Permission } from '#shared/contract/catalogue.ts';
import { roles } from '#shared/contract/roles.ts';
import classes from './accounts.module.css';

const rows = Object.keys(permissions) as Permission[]; // own keys of a literal
const held = new Map(roles.map((role) => [role, new Set<Permission>(permissionsOf([role]))]));

/** What each role may do, read from the very table main asks at every call. Nobody may delete the log, so no row says it. */
export function RoleMatrix() {
  const { formatMessage } = useIntl();
  return (
    <Stack gap="xs">
      <Text size="sm" c="dimmed"><FormattedMessage id="accounts.matrix.about" /></Text>
      <Table.ScrollContainer minWidth={720}>
        <Table verticalSpacing={4} withRowBorders className={classes['matrix'] ?? ''} aria-label={formatMessage({ id: 'accounts.matrix' })}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th><FormattedMessage id="accounts.matrix.permission" /></Table.Th>
              {roles.map((role) => <Table.Th key={role} ta="center"><FormattedMessage id={`accounts.role.${role}`} /></Table.Th>)}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((permission) => (
              <Table.Tr key={permission}>
                <Table.Th scope="row">{formatMessage({ id: messageId(`accounts.permission.${permission}`) })}</Table.Th>
                {roles.map((role) => (
                  <Table.Td key={role} ta="center">
                    {held.get(role)?.has(permission) ? (
                      <>
                        <IconCheck size={16} className={classes['held'] ?? ''} aria-hidden />
                        <VisuallyHidden><FormattedMessage id="common.yes" /></VisuallyHidden>
                      </>
                    ) : (
                      <Text span c="dimmed"><span aria-hidden>–</span><VisuallyHidden><FormattedMessage id="common.no" /></VisuallyHidden></Text>
                    )}
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Stack>
  );
}
