import { Button, Checkbox, Group, Stack, Table, Text } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { PlaceLink } from '#renderer/components/link/PlaceLink.tsx';
import { Page } from '#renderer/components/page/Page.tsx';
import type { EstateProposal, ShownProposal } from '#shared/modules/grid/territory/buildings/room.schema.ts';
import { SheetSection } from '#renderer/components/page/SheetSection.tsx';
import { dwellingPlace } from '../../places.ts';

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/** The buildings and rooms that the addresses of dwellings make, shown before they are taken. */
export default function ProposalPage() {
  const { formatMessage } = useIntl();
  const proposal = useQuery(api.grid.proposeRooms({}));
  const take = useMutation(api.grid.takeRooms());
  const [left, setLeft] = useState<readonly string[]>([]);
  const estates = proposal.data?.estates ?? [];
  const chosen = estates.filter(({ estate }) => !left.includes(estate));
  const rooms = sumOf(chosen.flatMap(({ buildings }) => buildings.map((building) => building.rooms)));
  return (
    <Page
      title={formatMessage({ id: 'buildings.proposal' })}
      actions={<Button size="xs" leftSection={<IconCheck size={16} aria-hidden />} disabled={chosen.length === 0} loading={take.isPending} onClick={() => take.mutate({ estates: chosen.map(({ estate, mark }) => ({ estate, mark })) })}><FormattedMessage id="buildings.proposal-take" values={{ rooms }} /></Button>}
    >
      <Stack gap="xl">
        <ErrorNote error={take.error ?? proposal.error} onRetry={() => void proposal.refetch()} />
        {take.data && <Text size="sm" role="status"><FormattedMessage id="buildings.proposal-taken" values={{ ...take.data, link: <PlaceLink to="/grid/buildings" inherit><FormattedMessage id="buildings.buildings" /></PlaceLink> }} /></Text>}
        {proposal.data && estates.length === 0 && !take.data && <Text size="sm"><FormattedMessage id="buildings.proposal-empty" /></Text>}
        {estates.length > 0 && <Text size="sm"><FormattedMessage id="buildings.proposal-about" /></Text>}
        {estates.map((estate) => <EstateOfProposal key={estate.estate} proposal={estate} isChosen={!left.includes(estate.estate)} onChoose={(isChosen) => setLeft(isChosen ? left.filter((name) => name !== estate.estate) : [...left, estate.estate])} />)}
        {proposal.data && proposal.data.unplacedCount > 0 && <UnplacedDwellings proposal={proposal.data} />}
      </Stack>
    </Page>
  );
}

type EstateOfProposalProps = { readonly proposal: EstateProposal; readonly isChosen: boolean; readonly onChoose: (isChosen: boolean) => void };

function EstateOfProposal({ proposal: { estate, isNew, dwellings, buildings }, isChosen, onChoose }: EstateOfProposalProps) {
  const { formatMessage } = useIntl();
  const name = estate || formatMessage({ id: 'buildings.no-estate' });
  const heads = ['name', 'gridId', 'units', 'floors', 'rooms', 'dwellings'] as const;
  return (
    <Stack gap={4}>
      <Group gap="sm">
        <Checkbox checked={isChosen} onChange={(event) => onChoose(event.currentTarget.checked)} label={<Text component="span" fw={600} size="sm">{name}</Text>} />
        <Text size="sm" c="dimmed"><FormattedMessage id="buildings.proposal-estate" values={{ isNew: String(isNew), buildings: buildings.length, dwellings }} /></Text>
      </Group>
      <Table.ScrollContainer minWidth={560}>
        <Table aria-label={name} verticalSpacing={4}>
          <Table.Thead><Table.Tr>{heads.map((field) => <Table.Th key={field} scope="col">{formatMessage({ id: `building.field.${field}` })}</Table.Th>)}</Table.Tr></Table.Thead>
          <Table.Tbody>
            {buildings.map((building) => (
              <Table.Tr key={`${building.address}${building.name}`}>
                <Table.Td>{`${estate === '' ? building.address : ''}${building.name}`}{!building.isNew && <Text component="span" size="sm" c="dimmed"> <FormattedMessage id="buildings.proposal-known" /></Text>}</Table.Td>
                <Table.Td>{building.gridName || formatMessage({ id: 'common.none' })}{building.grids > 1 && <Text component="span" size="sm"> <FormattedMessage id="buildings.proposal-grids" values={{ count: building.grids }} /></Text>}</Table.Td>
                <Table.Td>{building.units}</Table.Td>
                <Table.Td>{building.floors}</Table.Td>
                <Table.Td>{building.rooms}</Table.Td>
                <Table.Td>{building.dwellings}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Stack>
  );
}

function UnplacedDwellings({ proposal: { unplaced, unplacedCount } }: { readonly proposal: ShownProposal }) {
  return (
    <SheetSection title="buildings.unplaced">
      <Text size="sm"><FormattedMessage id="buildings.unplaced-about" values={{ count: unplacedCount, shown: unplaced.length }} /></Text>
      <Stack gap={2}>
        {unplaced.map(({ id, address, reason }) => (
          <Text key={id} size="sm"><PlaceLink to={dwellingPlace(id)} inherit>{address}</PlaceLink>{' '}<Text component="span" c="dimmed" inherit><FormattedMessage id={`buildings.unplaced.${reason}`} /></Text></Text>
        ))}
      </Stack>
    </SheetSection>
  );
}
