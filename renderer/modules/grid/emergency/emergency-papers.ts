import { useIntl } from 'react-intl';
import { useCodes } from '#renderer/components/codes/use-codes.ts';
import type { PaperBlock } from '#renderer/components/paper/paper-lines.ts';
import type { Paper } from '#renderer/components/paper/PaperPreview.tsx';
import { treeLines } from '#shared/modules/grid/emergency/emergency.rules.ts';
import type { EmergencyPlan, EmergencySheet } from '#shared/modules/grid/emergency/emergency.schema.ts';

/** Depth in the tree as it stands on paper: a mark for each who is above. */
const indented = (words: string, depth: number): string => `${'　'.repeat(depth)}${depth > 0 ? '└ ' : ''}${words}`;

/** A plan on paper: the contact tree with work phones and minutes, the check-list with places to tick, where things lie. */
export function usePlanPaper(): (plan: EmergencyPlan) => Paper {
  const { formatMessage } = useIntl();
  const { labelOf } = useCodes('emergency-kind');
  return (plan) => {
    const within = (minutes: number | null): string => (minutes === null ? '' : formatMessage({ id: 'emergency.within' }, { minutes }));
    const blocks: PaperBlock[] = [
      { kind: 'facts', heading: '', facts: [{ label: formatMessage({ id: 'emergency.field.kind' }), value: labelOf(plan.kind) }, { label: formatMessage({ id: 'emergency.field.materials' }), value: plan.materials }] },
      {
        kind: 'table',
        heading: formatMessage({ id: 'emergency.tree' }),
        columns: [{ title: formatMessage({ id: 'emergency.contact.role' }), width: 4 }, { title: formatMessage({ id: 'emergency.contact.name' }), width: 2 }, { title: formatMessage({ id: 'emergency.contact.phone' }), width: 3 }, { title: formatMessage({ id: 'emergency.contact.within' }), width: 2 }],
        rows: treeLines(plan.contacts).map(([{ role, name, phone, withinMinutes }, depth]) => [indented(role, depth), name, phone, within(withinMinutes)]),
      },
      {
        kind: 'table',
        heading: formatMessage({ id: 'emergency.checklist' }),
        columns: [{ title: formatMessage({ id: 'emergency.task.done' }), width: 1 }, { title: formatMessage({ id: 'emergency.task.text' }), width: 7 }, { title: formatMessage({ id: 'emergency.contact.within' }), width: 2 }],
        rows: plan.tasks.map(({ text, withinMinutes }) => ['□', text, within(withinMinutes)]),
      },
      ...(plan.note === '' ? [] : [{ kind: 'text' as const, heading: formatMessage({ id: 'emergency.field.note' }), lines: plan.note.split('\n') }]),
    ];
    return { title: plan.name, entity: 'emergency_plan', entityId: plan.id, rows: plan.contacts.length, asksReason: false, startsLandscape: false, blocks };
  };
}

/** One emergency on paper: its course minute by minute and what was learnt. */
export function useEmergencyPaper(): (sheet: EmergencySheet) => Paper {
  const { formatMessage, formatDate } = useIntl();
  const { labelOf } = useCodes('emergency-kind');
  const time = (at: string | null): string => (at === null ? '' : formatDate(at, { month: 'numeric', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }));
  return (sheet) => {
    const fact = (field: 'kind' | 'place' | 'startedAt' | 'startedBy' | 'endedAt' | 'summary' | 'wentWell' | 'toImprove' | 'followUp', value: string) => ({ label: formatMessage({ id: `emergency.field.${field}` }), value });
    const heads = (fields: readonly ('task.text' | 'task.due' | 'task.done' | 'contact.role' | 'contact.reported' | 'log-time' | 'log-who' | 'log-what')[]) => fields.map((field, at) => ({ title: formatMessage({ id: `emergency.${field}` }), width: at === 0 ? 4 : 2 }));
    const blocks: PaperBlock[] = [
      { kind: 'facts', heading: '', facts: [fact('kind', labelOf(sheet.kind)), fact('place', [sheet.gridName, sheet.place].filter(Boolean).join(' ')), fact('startedAt', time(sheet.startedAt)), fact('startedBy', sheet.startedBy), fact('endedAt', time(sheet.endedAt))] },
      { kind: 'table', heading: formatMessage({ id: 'emergency.checklist' }), columns: heads(['task.text', 'task.due', 'task.done']), rows: sheet.taskList.map(({ text, dueAt, doneAt, doneBy }) => [text, time(dueAt), [doneBy, time(doneAt)].filter(Boolean).join(' ')]) },
      { kind: 'table', heading: formatMessage({ id: 'emergency.reports' }), columns: heads(['contact.role', 'task.due', 'contact.reported']), rows: sheet.contactList.map(({ role, name, depth, dueAt, reportedAt }) => [indented(`${role} ${name}`, depth), time(dueAt), time(reportedAt)]) },
      ...(sheet.endedAt === null ? [] : [{ kind: 'facts' as const, heading: formatMessage({ id: 'emergency.note' }), facts: [fact('summary', sheet.summary), fact('wentWell', sheet.wentWell), fact('toImprove', sheet.toImprove), fact('followUp', sheet.followUp)] }]),
      { kind: 'table', heading: formatMessage({ id: 'emergency.log' }), columns: [{ title: formatMessage({ id: 'emergency.log-time' }), width: 2 }, { title: formatMessage({ id: 'emergency.log-who' }), width: 2 }, { title: formatMessage({ id: 'emergency.log-what' }), width: 8 }], rows: sheet.log.map(({ at, by, kind, text }) => [time(at), by, `${formatMessage({ id: `emergency.log.${kind}` })} ${text}`]) },
    ];
    return { title: sheet.isDrill ? formatMessage({ id: 'emergency.paper-drill' }, { title: sheet.title }) : sheet.title, entity: 'emergency', entityId: sheet.id, rows: 1, asksReason: false, startsLandscape: false, blocks };
  };
}
