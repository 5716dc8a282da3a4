import { Button, Group, SegmentedControl, Stack, Table, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { useCodes } from '#renderer/components/codes/use-codes.ts';
import { PlaceLink } from '#renderer/components/link/PlaceLink.tsx';
import { QueryState } from '#renderer/components/QueryState.tsx';
import type { CohortPerson, CohortPreview } from '#shared/modules/training-assessment/training/cohort.schema.ts';
import { PlaceByHand } from './PlaceByHand.tsx';
import { memberPlace } from './places.ts';

type Where = 'all' | 'left-out' | 'in-two' | 'by-hand';
const WHERES: readonly Where[] = ['left-out', 'in-two', 'by-hand', 'all'];
const PAGE = 100;
const isWhere = (value: string): value is Where => WHERES.some((where) => where === value);

type CohortPeopleProps = { readonly planId: string; readonly preview: CohortPreview; readonly cohortId: string | null; readonly onAllCohorts: () => void; readonly mayEdit: boolean };

/** Who falls where: those without a class and those in two come first, each to be decided in place. */
export function CohortPeople({ planId, preview, cohortId, onAllCohorts, mayEdit }: CohortPeopleProps) {
  const { formatMessage, formatNumber } = useIntl();
  const { labelOf: education } = useCodes('education');
  const [chosen, setChosen] = useState<Where | null>(null);
  const [page, setPage] = useState(0);
  const [placing, setPlacing] = useState<CohortPerson | null>(null);
  const free = useMutation(api.trainingAssessment.removePlacement());
  const where: Where = cohortId !== null ? 'all' : (chosen ?? (preview.leftOut > 0 ? 'left-out' : preview.inTwo > 0 ? 'in-two' : 'all'));
  const filter = { planId, where, cohortId };
  const rows = useQuery(api.trainingAssessment.listCohortPeople({ filter, offset: page * PAGE, limit: PAGE }));
  const count = useQuery(api.trainingAssessment.countCohortPeople({ filter }));
  const total = count.data?.count ?? 0;
  const figures = { all: preview.people, 'left-out': preview.leftOut, 'in-two': preview.inTwo, 'by-hand': preview.byHand };
  const choose = (value: string) => {
    setPage(0);
    if (isWhere(value)) setChosen(value);
    onAllCohorts();
  };
  return (
    <Stack gap="xs">
      <SegmentedControl size="xs" value={cohortId === null ? where : ''} onChange={choose} transitionDuration={0} aria-label={formatMessage({ id: 'training.cohort.people' })} data={WHERES.map((value) => ({ value, label: formatMessage({ id: `training.where.${value}` }, { count: formatNumber(figures[value]) }) }))} style={{ alignSelf: 'start' }} />
      <ErrorNote error={free.error} />
      <QueryState query={rows} empty={<Text size="sm" c="dimmed"><FormattedMessage id={where === 'left-out' || where === 'in-two' ? `training.where.${where}-none` : 'training.where.none'} /></Text>}>
        {(people) => (
          <Table.ScrollContainer minWidth={700}>
            <Table aria-label={formatMessage({ id: 'training.cohort.people' })} verticalSpacing={4}>
              <Table.Thead>
                <Table.Tr>{(['memberId', 'gridName', 'age', 'education', 'years', 'cohortId'] as const).map((field) => <Table.Th key={field} scope="col"><FormattedMessage id={`training.field.${field}`} /></Table.Th>)}<Table.Td /></Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {people.map((person) => (
                  <Table.Tr key={person.id}>
                    <Table.Td><PlaceLink to={memberPlace(person.id)} inherit underline="always">{person.name}</PlaceLink></Table.Td>
                    <Table.Td>{person.gridName}</Table.Td>
                    <Table.Td>{person.age ?? '—'}</Table.Td>
                    <Table.Td>{education(person.education) || '—'}</Table.Td>
                    <Table.Td>{person.years ?? '—'}</Table.Td>
                    <Table.Td><Falls person={person} /></Table.Td>
                    <Table.Td>
                      {mayEdit && (
                        <Group gap={4} wrap="nowrap" justify="flex-end">
                          <Button size="compact-xs" variant="subtle" aria-label={formatMessage({ id: 'training.place.title' }, { name: person.name })} onClick={() => setPlacing(person)}><FormattedMessage id="training.place" /></Button>
                          {person.byHand !== null && <Button size="compact-xs" variant="subtle" onClick={() => person.byHand && free.mutate({ id: person.byHand.id, version: person.byHand.version })}><FormattedMessage id="training.place.free" /></Button>}
                        </Group>
                      )}
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        )}
      </QueryState>
      {total > PAGE && (
        <Group gap="xs">
          <Button size="compact-xs" variant="default" disabled={page === 0} onClick={() => setPage(page - 1)}><FormattedMessage id="training.page.before" /></Button>
          <Text size="xs" c="dimmed"><FormattedMessage id="training.page" values={{ from: page * PAGE + 1, until: Math.min(total, (page + 1) * PAGE), count: total }} /></Text>
          <Button size="compact-xs" variant="default" disabled={(page + 1) * PAGE >= total} onClick={() => setPage(page + 1)}><FormattedMessage id="training.page.next" /></Button>
        </Group>
      )}
      {placing && <PlaceByHand planId={planId} person={placing} cohorts={preview.cohorts} onClose={() => setPlacing(null)} />}
    </Stack>
  );
}

function Falls({ person }: { readonly person: CohortPerson }) {
  if (person.byHand !== null) return <Text size="sm" title={person.byHand.reason}><FormattedMessage id="training.where.hand" values={{ name: person.byHand.name, reason: person.byHand.reason }} /></Text>;
  if (person.cohorts.length === 0) return <Text size="sm" fw={600}><FormattedMessage id="training.where.nowhere" /></Text>;
  const names = person.cohorts.map(({ name }) => name).join('、');
  return person.cohorts.length === 1 ? <Text size="sm">{names}</Text> : <Text size="sm" fw={600}><FormattedMessage id="training.where.several" values={{ names }} /></Text>;
}
