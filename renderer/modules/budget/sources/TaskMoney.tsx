import { Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useIntl } from 'react-intl';
import type { AdmittedTask } from '#shared/modules/grid/admission/admitted-task.schema.ts';
import classes from '../parts/budget.module.css';
import { useYuan } from '../parts/yuan.ts';

/** What was promised with a task, until when, and what came; late with a mark and a word. */
export function TaskMoney({ task: { promisedFen, receivedFen, dueOn, isMoneyLate } }: { readonly task: AdmittedTask }) {
  const { formatMessage } = useIntl();
  const yuan = useYuan();
  const words = formatMessage({ id: 'budget.source.task-money' }, { promised: yuan(promisedFen), received: yuan(receivedFen), due: dueOn ?? '—' });
  if (!isMoneyLate) return <>{words}</>;
  return <span className={classes['clock']} data-clock="overdue"><IconAlertTriangle size={14} aria-hidden style={{ verticalAlign: -2 }} /> {words} <Text span inherit fw={600}>{formatMessage({ id: 'budget.source.task-late' })}</Text></span>;
}
