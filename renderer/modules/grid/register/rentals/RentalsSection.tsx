import { Button, Group, Modal, Stack, Table, Text } from '@mantine/core';
import { IconAlertTriangle, IconDoorExit, IconHistory, IconKey, IconPencil, IconPlus } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useMay } from '#renderer/app/session.ts';
import { useCodes } from '#renderer/components/codes/use-codes.ts';
import { ConfirmDialog } from '#renderer/components/confirm/ConfirmDialog.tsx';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { History } from '#renderer/components/history/History.tsx';
import { PlaceLink } from '#renderer/components/link/PlaceLink.tsx';
import { DayInput } from '#renderer/components/record-form/DayInput.tsx';
import { localToday } from '#renderer/components/record-form/typed-day.ts';
import type { Rental, RentalState } from '#shared/modules/grid/register/rentals/rental.schema.ts';
import { personPlace } from '../../places.ts';
import { EditRentalDrawer, NewRentalDrawer } from './RentalDrawer.tsx';

type Open = { readonly kind: 'new' } | { readonly kind: 'edit' | 'end' | 'history'; readonly rental: Rental };

/** To whom a dwelling is and was let. */
export function RentalsSection({ dwellingId }: { readonly dwellingId: string }) {
  const mayEdit = useMay()('rentals.edit');
  const [open, setOpen] = useState<Open | null>(null);
  const { data, error, refetch } = useQuery(api.grid.listRentals({ dwellingId }));
  const close = () => setOpen(null);
  return (
    <Stack gap="xs">
      <ErrorNote error={error} onRetry={() => void refetch()} />
      {data?.length === 0 && <Text size="sm" c="dimmed"><FormattedMessage id="rentals.empty" /></Text>}
      {data && data.length > 0 && <RentalRows rentals={data} onAct={setOpen} mayEdit={mayEdit} />}
      {mayEdit && <Group><Button size="xs" variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setOpen({ kind: 'new' })}><FormattedMessage id="rentals.new" /></Button></Group>}
      {open?.kind === 'new' && <NewRentalDrawer dwellingId={dwellingId} onClosed={close} />}
      {open?.kind === 'edit' && <EditRentalDrawer key={open.rental.id} rental={open.rental} onClosed={close} />}
      {open?.kind === 'history' && <RentalHistory rental={data?.find(({ id }) => id === open.rental.id) ?? open.rental} onClose={close} />}
      {open?.kind === 'end' && <EndRental rental={open.rental} onClose={close} />}
    </Stack>
  );
}

const MARKS = { running: <IconKey size={16} aria-hidden />, overdue: <IconAlertTriangle size={16} aria-hidden color="var(--mantine-color-yellow-7)" />, left: <IconHistory size={16} aria-hidden /> } satisfies Record<RentalState, unknown>;

function RentalRows({ rentals, onAct, mayEdit }: { readonly rentals: readonly Rental[]; readonly onAct: (act: Open) => void; readonly mayEdit: boolean }) {
  const { formatMessage, formatList } = useIntl();
  const { labelOf: usageLabel } = useCodes('dwelling-rental-use');
  const { labelOf: partLabel } = useCodes('dwelling-rented-part');
  const heads = ['tenantName', 'tenantPhone', 'tenantIdNumber', 'rentalUse', 'parts', 'startsOn', 'endsOn', 'state'] as const;
  return (
    <Table.ScrollContainer minWidth={760}>
      <Table aria-label={formatMessage({ id: 'rentals.title' })} verticalSpacing={6}>
        <Table.Thead><Table.Tr>{heads.map((field) => <Table.Th key={field} scope="col">{formatMessage({ id: `rental.field.${field}` })}</Table.Th>)}<Table.Th /></Table.Tr></Table.Thead>
        <Table.Tbody>
          {rentals.map((rental) => (
            <Table.Tr key={rental.id}>
              <Table.Td>{rental.tenantId === null ? rental.tenantName : <PlaceLink to={personPlace(rental.tenantId)} inherit>{rental.tenantName}</PlaceLink>}</Table.Td>
              <Table.Td>{rental.tenantPhoneMasked}</Table.Td>
              <Table.Td>{rental.tenantIdNumberMasked}</Table.Td>
              <Table.Td>{usageLabel(rental.rentalUse)}</Table.Td>
              <Table.Td>{formatList(rental.parts.map(partLabel))}</Table.Td>
              <Table.Td>{rental.startsOn}</Table.Td>
              <Table.Td>{rental.endsOn ?? formatMessage({ id: 'rentals.no-end' })}</Table.Td>
              <Table.Td><Group gap={4} wrap="nowrap">{MARKS[rental.state]}<FormattedMessage id={`rentals.state.${rental.state}`} values={{ day: rental.leftOn ?? rental.endsOn }} /></Group></Table.Td>
              <Table.Td>
                <Group gap={4} wrap="nowrap">
                  {mayEdit && <Button size="compact-xs" variant="default" leftSection={<IconPencil size={14} aria-hidden />} onClick={() => onAct({ kind: 'edit', rental })}><FormattedMessage id="common.edit" /></Button>}
                  {mayEdit && rental.state !== 'left' && <Button size="compact-xs" variant="default" leftSection={<IconDoorExit size={14} aria-hidden />} onClick={() => onAct({ kind: 'end', rental })}><FormattedMessage id="rentals.end-ask" /></Button>}
                  <Button size="compact-xs" variant="subtle" onClick={() => onAct({ kind: 'history', rental })}><FormattedMessage id="register.section.history" /></Button>
                </Group>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

const CODE_TABLES = { rental_use: 'dwelling-rental-use', rental_type: 'dwelling-rental-type', parts: 'dwelling-rented-part' };

/** Who changed what of one letting. */
function RentalHistory({ rental: { id, version, tenantName }, onClose }: { readonly rental: Rental; readonly onClose: () => void }) {
  const { formatMessage } = useIntl();
  return (
    <Modal opened onClose={onClose} size="lg" title={formatMessage({ id: 'rentals.history' }, { name: tenantName })} transitionProps={{ duration: 100 }} closeButtonProps={{ 'aria-label': formatMessage({ id: 'common.close' }) }}>
      <History entity="rental" id={id} version={version} codeTables={CODE_TABLES} />
    </Modal>
  );
}

/** Asks on which day the tenant left. */
function EndRental({ rental: { id, version, tenantName, endsOn }, onClose }: { readonly rental: Rental; readonly onClose: () => void }) {
  const { formatMessage } = useIntl();
  const today = localToday();
  const [leftOn, setLeftOn] = useState<string | null>(endsOn !== null && endsOn < today ? endsOn : today);
  const end = useMutation(api.grid.endRental());
  return (
    <ConfirmDialog
      opened
      title={formatMessage({ id: 'rentals.end-title' }, { name: tenantName })}
      consequence={formatMessage({ id: 'rentals.end-consequence' })}
      confirmLabel={formatMessage({ id: 'rentals.end' })}
      pending={end.isPending}
      onConfirm={() => {
        if (leftOn !== null) end.mutate({ id, version, leftOn }, { onSuccess: onClose });
      }}
      onClose={onClose}
    >
      <Stack gap="sm">
        <ErrorNote error={end.error} />
        <DayInput label={formatMessage({ id: 'rental.field.leftOn' })} required value={leftOn} onChange={setLeftOn} data-autofocus />
      </Stack>
    </ConfirmDialog>
  );
}
