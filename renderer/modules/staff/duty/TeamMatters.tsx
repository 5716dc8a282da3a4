import { Button, Group, Modal, Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { Figure } from '#renderer/components/figure/Figure.tsx';
import { PlaceLink } from '#renderer/components/link/PlaceLink.tsx';
import { localToday } from '#renderer/components/record-form/typed-day.ts';
import { DayText } from '#renderer/components/time/DayText.tsx';
import { matterPlace } from '../places.ts';

/** Which share of this year's settled matters a team had a part in, with the matters behind it (domain.md D8). */
export function TeamMatters() {
  const { formatMessage, formatNumber } = useIntl();
  const [isOpen, setOpen] = useState(false);
  const year = Number(localToday().slice(0, 4));
  const { data } = useQuery(api.staff.listTeamMatters({ year }));
  if (!data) return null;
  const { settled, matters } = data;
  const label = formatMessage({ id: 'team.matters' });
  return (
    <Group gap="lg" align="flex-end" mb="xs">
      <Figure label={label} period={String(year)} definition={formatMessage({ id: 'team.matters-definition' })} value={settled === 0 ? '—' : formatNumber(matters.length / settled, { style: 'percent', maximumFractionDigits: 1 })} unit={formatMessage({ id: 'team.matters-of' }, { matters: matters.length, settled })} />
      {matters.length > 0 && <Button size="compact-sm" variant="default" onClick={() => setOpen(true)}><FormattedMessage id="team.matters-open" /></Button>}
      <Modal opened={isOpen} onClose={() => setOpen(false)} title={label} size="xl" transitionProps={{ duration: 100 }} closeButtonProps={{ 'aria-label': formatMessage({ id: 'common.close' }) }}>
        <Table.ScrollContainer minWidth={560} maxHeight={420}>
          <Table aria-label={label} verticalSpacing={4} stickyHeader>
            <Table.Thead><Table.Tr>{(['matterNo', 'matterEndedOn', 'matterTeams'] as const).map((field) => <Table.Th key={field} scope="col"><FormattedMessage id={`team_task.field.${field}`} /></Table.Th>)}</Table.Tr></Table.Thead>
            <Table.Tbody>
              {matters.map(({ id, number, subject, endedOn, teams }) => (
                <Table.Tr key={id}>
                  <Table.Td><PlaceLink to={matterPlace(id)} inherit underline="always">{number} {subject}</PlaceLink></Table.Td>
                  <Table.Td><DayText day={endedOn} /></Table.Td>
                  <Table.Td>{teams.join('、')}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      </Modal>
    </Group>
  );
}
