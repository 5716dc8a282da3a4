import { Button, Checkbox, Group, Select, Stack, Table, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useMay } from '#renderer/app/session.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { PlaceLink } from '#renderer/components/link/PlaceLink.tsx';
import { Page } from '#renderer/components/page/Page.tsx';
import { QueryState } from '#renderer/components/QueryState.tsx';
import { localToday } from '#renderer/components/record-form/typed-day.ts';
import type { Conflict } from '#shared/modules/budget/requests/request.schema.ts';
import classes from '../parts/budget.module.css';
import { useWordsOf } from '../parts/use-words-of.ts';
import { useYuan } from '../parts/yuan.ts';
import { requestPlace } from '../places.ts';

const HEADS = ['no', 'department', 'title', 'amount', 'needScore', 'urgency', 'beneficiaries', 'days', 'step'] as const;
/** The same width in every pot, so that figures of two lines stand under each other; the title takes what is left. */
const WIDTHS: Readonly<Partial<Record<(typeof HEADS)[number], number>>> = { no: 110, department: 105, amount: 105, needScore: 80, urgency: 130, beneficiaries: 145, days: 115, step: 90 };
const FIGURES = new Set<string>(['amount', 'needScore', 'urgency', 'beneficiaries', 'days']);

/** Requests that want money of the same line side by side, the most needed on top. */
export default function ConflictsPage() {
  const { formatMessage } = useIntl();
  const { data: years } = useQuery(api.budget.listYears({}));
  const [year, setYear] = useState(Number(localToday().slice(0, 4)));
  const conflicts = useQuery(api.budget.listConflicts({ year }));
  return (
    <Page title={formatMessage({ id: 'budget.conflicts' })} actions={<Select size="xs" w={110} aria-label={formatMessage({ id: 'budget.field.year' })} allowDeselect={false} data={(years ?? []).map((one) => String(one.year))} value={String(year)} onChange={(value) => value !== null && setYear(Number(value))} comboboxProps={{ transitionProps: { duration: 0 } }} />}>
      <Stack gap="md">
        <Text size="sm" c="dimmed"><FormattedMessage id="budget.conflicts.about" /></Text>
        <QueryState query={conflicts} empty={<Text size="sm"><FormattedMessage id="budget.conflicts.empty" /></Text>}>{(data) => <>{data.map((conflict) => <Pot key={conflict.lineId} conflict={conflict} />)}</>}</QueryState>
      </Stack>
    </Page>
  );
}

function Pot({ conflict }: { readonly conflict: Conflict }) {
  const { formatMessage, formatNumber } = useIntl();
  const mayAsk = useMay()('funding.request');
  const word = useWordsOf();
  const yuan = useYuan();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const join = useMutation(api.budget.joinRequests());
  const tick = (id: string): void => setChosen((before) => (before.has(id) ? new Set([...before].filter((one) => one !== id)) : new Set([...before, id])));
  const isShort = conflict.wantedFen > conflict.freeFen;
  return (
    <section className={classes['pot']} aria-label={conflict.lineName}>
      <Group justify="space-between">
        <Text fw={600}>{conflict.lineName} · {conflict.sourceName}</Text>
        <Text size="sm" className={isShort ? classes['below'] : undefined}>{formatMessage({ id: isShort ? 'budget.conflicts.short' : 'budget.conflicts.enough' }, { free: yuan(conflict.freeFen), wanted: yuan(conflict.wantedFen) })}</Text>
      </Group>
      <Table.ScrollContainer minWidth={1040} type="native">
        <Table layout="fixed" verticalSpacing={4} aria-label={conflict.lineName}>
          <Table.Thead><Table.Tr>{mayAsk && <Table.Td w={40} />}{HEADS.map((head) => <Table.Th key={head} scope="col" w={WIDTHS[head]} className={FIGURES.has(head) ? classes['figures'] : undefined}>{formatMessage({ id: `budget.field.${head}` })}</Table.Th>)}</Table.Tr></Table.Thead>
          <Table.Tbody>
            {conflict.requests.map((request) => (
              <Table.Tr key={request.id}>
                {mayAsk && <Table.Td><Checkbox size="xs" aria-label={request.no} checked={chosen.has(request.id)} onChange={() => tick(request.id)} /></Table.Td>}
                <Table.Td><PlaceLink to={requestPlace(request.id)} inherit>{request.no}</PlaceLink></Table.Td>
                <Table.Td>{request.department}{request.jointId !== null && <Text size="xs" c="dimmed"><FormattedMessage id="budget.request.joint" /></Text>}</Table.Td>
                <Table.Td>{request.title}</Table.Td>
                <Table.Td className={classes['figures']}>{yuan(request.amountFen)}</Table.Td>
                <Table.Td className={classes['figures']}>{request.needScore}</Table.Td>
                <Table.Td className={classes['figures']}>{request.urgency}</Table.Td>
                <Table.Td className={classes['figures']}>{formatNumber(request.beneficiaries)}</Table.Td>
                <Table.Td className={classes['figures']}>{request.days}</Table.Td>
                <Table.Td>{word('step', request.step)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <ErrorNote error={join.error} />
      {chosen.size >= 2 && <Button size="xs" loading={join.isPending} onClick={() => join.mutate({ requests: conflict.requests.filter(({ id }) => chosen.has(id)).map(({ id, version }) => ({ id, version })) }, { onSuccess: () => setChosen(new Set()) })}><FormattedMessage id="budget.conflicts.join" values={{ count: chosen.size }} /></Button>}
    </section>
  );
}
