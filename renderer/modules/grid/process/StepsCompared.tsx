import { Table, Text } from '@mantine/core';
import { useIntl } from 'react-intl';
import { leftSteps, stays, type LeftStep } from '#shared/modules/grid/process/process.rules.ts';
import type { ProcessMapSheet, ShownStep } from '#shared/modules/grid/process/process.schema.ts';
import { useDoer } from './process-words.ts';
import classes from './process.module.css';

/** Both ways side by side: each step as it is done today, what becomes of it and why, and what stands in its place. */
export function StepsCompared({ sheet: { steps, before, after } }: { readonly sheet: ProcessMapSheet }) {
  const { formatMessage, formatNumber } = useIntl();
  const left = leftSteps(steps);
  const label = formatMessage({ id: 'process-map.compare' });
  const head = (field: 'name' | 'who' | 'days' | 'documents' | 'verdict') => formatMessage({ id: `process-map.step.${field}` });
  return (
    <Table.ScrollContainer minWidth={960} scrollAreaProps={{ viewportProps: { tabIndex: 0, role: 'region', 'aria-label': label } }}>
      <Table className={classes['table']} aria-label={label} verticalSpacing={6} fz="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th colSpan={5} scope="colgroup">{formatMessage({ id: 'process-map.now' })}</Table.Th>
            <Table.Th className={classes['first']} rowSpan={2} scope="col">{head('verdict')}</Table.Th>
            <Table.Th className={classes['first']} colSpan={4} scope="colgroup">{formatMessage({ id: 'process-map.then' })}</Table.Th>
          </Table.Tr>
          <Table.Tr>
            <Table.Td />
            {(['name', 'who', 'days', 'documents'] as const).map((field) => <Table.Th key={field} scope="col" className={field === 'days' ? classes['figure'] : undefined}>{head(field)}</Table.Th>)}
            <Table.Td className={classes['first']} />
            {(['name', 'days', 'documents'] as const).map((field) => <Table.Th key={field} scope="col" className={field === 'days' ? classes['figure'] : undefined}>{head(field)}</Table.Th>)}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>{steps.map((step, at) => <StepRow key={`${at} ${step.name}`} step={step} place={at + 1} left={left} />)}</Table.Tbody>
        <Table.Tfoot>
          <Table.Tr>
            <Table.Td />
            <Table.Th scope="row" colSpan={2}>{formatMessage({ id: 'process-map.total' })}</Table.Th>
            <Table.Td className={classes['figure']} fw={600}>{formatNumber(before.days)}</Table.Td>
            <Table.Td fw={600}>{formatNumber(before.documents)}</Table.Td>
            <Table.Td className={classes['first']} />
            <Table.Td className={classes['first']} />
            <Table.Td />
            <Table.Td className={classes['figure']} fw={600}>{formatNumber(after.days)}</Table.Td>
            <Table.Td fw={600}>{formatNumber(after.documents)}</Table.Td>
          </Table.Tr>
        </Table.Tfoot>
      </Table>
    </Table.ScrollContainer>
  );
}

function StepRow({ step, place, left }: { readonly step: ShownStep; readonly place: number; readonly left: readonly LeftStep[] }) {
  const { formatMessage, formatNumber } = useIntl();
  const doerOf = useDoer();
  const { name, days, documents, verdict, reason } = step;
  const isKept = stays(step);
  return (
    <Table.Tr>
      <Table.Td className={classes['figure']} c="dimmed">{formatNumber(place)}</Table.Td>
      <Table.Td className={`${classes['name']} ${isKept ? '' : classes['gone']}`}>{isKept ? name : <del>{name}</del>}</Table.Td>
      <Table.Td className={`${classes['name']} ${isKept ? '' : classes['gone']}`}>{doerOf(step)}</Table.Td>
      <Table.Td className={`${classes['figure']} ${isKept ? '' : classes['gone']}`}>{formatNumber(days)}</Table.Td>
      <Table.Td className={isKept ? undefined : classes['gone']}>{documents.join('、') || '—'}</Table.Td>
      <Table.Td className={classes['first']}>
        {formatMessage({ id: `process-map.verdict.${verdict}` })}
        {reason !== '' && <Text size="xs" c="dimmed">{reason}</Text>}
      </Table.Td>
      <LeftCells place={place} left={left} />
    </Table.Tr>
  );
}

/** What stands in a step's place: itself, perhaps with steps that joined it, the step it joined, or nothing. */
function LeftCells({ place, left }: { readonly place: number; readonly left: readonly LeftStep[] }) {
  const { formatMessage, formatNumber } = useIntl();
  const at = left.findIndex(({ places }) => places.includes(place));
  const step = left[at];
  if (step?.places[0] !== place) return <Table.Td className={`${classes['first']} ${classes['gone']}`} colSpan={4}>{step === undefined ? '—' : formatMessage({ id: 'process-map.joined' }, { place: at + 1 })}</Table.Td>;
  return (
    <>
      <Table.Td className={`${classes['first']} ${classes['figure']}`} c="dimmed">{formatNumber(at + 1)}</Table.Td>
      <Table.Td className={classes['name']}>{step.name}</Table.Td>
      <Table.Td className={classes['figure']}>{formatNumber(step.days)}</Table.Td>
      <Table.Td>{step.documents.join('、') || '—'}</Table.Td>
    </>
  );
}
