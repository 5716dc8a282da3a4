import { ActionIcon, Group, Popover, Table, Text } from '@mantine/core';
import { IconInfoCircle, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { FormattedMessage, useIntl } from 'react-intl';
import { isIndicator } from '#shared/modules/training-assessment/assessment/indicator.rules.ts';
import type { PlanItem, PlanSheet } from '#shared/modules/training-assessment/assessment/plan.schema.ts';
import { WHOLE } from '#shared/modules/training-assessment/assessment/score.rules.ts';
import { usePoints, useShare } from '../use-points.ts';

export type TreeAct = { readonly act: 'add'; readonly parentId: string | null } | { readonly act: 'edit' | 'remove'; readonly item: PlanItem };
type PlanTreeProps = { readonly plan: PlanSheet; /** Absent where the plan stays as it is. */ readonly onAct?: (act: TreeAct) => void };
type Placed = { readonly item: PlanItem; readonly depth: number };

const HEADS = ['title', 'kind', 'scale', 'rule'] as const;
const INDENT = 20;

/** Rules in the order in which they are read, each above its parts. */
function placed(items: readonly PlanItem[], parentId: string | null, depth: number): Placed[] {
  return items.filter((item) => item.parentId === parentId).flatMap((item) => [{ item, depth }, ...placed(items, item.id, depth + 1)]);
}

/** Rules and sub-rules with their points and weight of the whole. */
export function PlanTree({ plan, onAct }: PlanTreeProps) {
  const { formatMessage } = useIntl();
  return (
    <Table.ScrollContainer minWidth={760}>
      <Table aria-label={formatMessage({ id: 'assessment.plan.tree' })} verticalSpacing={5}>
        <Table.Thead>
          <Table.Tr>
            {HEADS.map((head) => <Table.Th key={head} scope="col">{formatMessage({ id: `assessment.field.${head}` })}</Table.Th>)}
            <Table.Th scope="col" ta="end"><FormattedMessage id="assessment.field.fullScore" /></Table.Th>
            <Table.Th scope="col" ta="end"><FormattedMessage id="assessment.field.weight" /></Table.Th>
            {onAct && <Table.Td />}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>{placed(plan.items, null, 0).map(({ item, depth }) => <ItemRow key={item.id} item={item} depth={depth} plan={plan} {...(onAct && { onAct })} />)}</Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function ItemRow({ item, depth, plan, onAct }: Placed & PlanTreeProps) {
  const { formatMessage } = useIntl();
  const points = usePoints();
  const share = useShare();
  const { kind, sourceId, title } = item;
  const isRange = kind === 'indicator' || kind === 'peer' || kind === 'resident';
  return (
    <Table.Tr>
      <Table.Td pl={8 + depth * INDENT} fw={kind === 'group' ? 600 : 400}>{title}</Table.Td>
      <Table.Td>{kind === 'indicator' && isIndicator(sourceId) ? <Group gap={4} wrap="nowrap">{formatMessage({ id: `assessment.indicator.${sourceId}` })}<Definition id={sourceId} /></Group> : formatMessage({ id: `assessment.item-kind.${kind}` })}</Table.Td>
      <Table.Td>{isRange && formatMessage({ id: 'assessment.scale' }, { floor: share(item.floorShare), target: share(item.targetShare) })}</Table.Td>
      <Table.Td><Text size="sm" c="dimmed">{item.rule}</Text></Table.Td>
      <Table.Td ta="end" fw={kind === 'group' ? 600 : 400}>{kind === 'adjust' ? `±${points(item.fullScore)}` : points(item.fullScore)}</Table.Td>
      <Table.Td ta="end">{kind === 'adjust' ? '' : share((item.fullScore * WHOLE) / plan.fullScore)}</Table.Td>
      {onAct && (
        <Table.Td>
          <Group gap={2} wrap="nowrap" justify="flex-end">
            {kind === 'group' && <ActionIcon variant="subtle" size="sm" aria-label={formatMessage({ id: 'assessment.item.add-to' }, { title })} onClick={() => onAct({ act: 'add', parentId: item.id })}><IconPlus size={16} aria-hidden /></ActionIcon>}
            <ActionIcon variant="subtle" color="gray" size="sm" aria-label={formatMessage({ id: 'assessment.item.edit-of' }, { title })} onClick={() => onAct({ act: 'edit', item })}><IconPencil size={16} aria-hidden /></ActionIcon>
            <ActionIcon variant="subtle" color="gray" size="sm" aria-label={formatMessage({ id: 'assessment.item.remove-of' }, { title })} onClick={() => onAct({ act: 'remove', item })}><IconTrash size={16} aria-hidden /></ActionIcon>
          </Group>
        </Table.Td>
      )}
    </Table.Tr>
  );
}

/** How an indicator is counted and what is left out, opened with `i`. */
export function Definition({ id }: { readonly id: Parameters<typeof isIndicator>[0] }) {
  const { formatMessage } = useIntl();
  if (!isIndicator(id)) return null;
  return (
    <Popover width={320} position="bottom-start" withArrow shadow="sm" returnFocus transitionProps={{ duration: 100 }}>
      <Popover.Target>
        <ActionIcon variant="subtle" color="gray" size="xs" aria-label={formatMessage({ id: 'figure.definition' }, { label: formatMessage({ id: `assessment.indicator.${id}` }) })}><IconInfoCircle size={14} aria-hidden /></ActionIcon>
      </Popover.Target>
      <Popover.Dropdown><Text size="sm">{formatMessage({ id: `assessment.indicator-about.${id}` })} {formatMessage({ id: `assessment.indicator-left-out.${id}` })}</Text></Popover.Dropdown>
    </Popover>
  );
}
