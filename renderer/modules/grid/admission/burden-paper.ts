import { useIntl } from 'react-intl';
import type { Paper } from '#renderer/components/paper/PaperPreview.tsx';
import type { BurdenSummary, Period } from '#shared/modules/grid/admission/burden.schema.ts';
import { useFigures } from '../typed/use-figures.ts';

/** The burden report as it is handed in. */
export function useBurdenPaper(): (summary: BurdenSummary, period: Period) => Paper {
  const { formatMessage } = useIntl();
  const { hours } = useFigures();
  return (summary, { from, until }) => {
    const columns = (head: string) => [{ title: head, width: 5 }, ...(['not-admitted', 'admitted', 'own'] as const).map((standing) => ({ title: formatMessage({ id: `burden.standing.${standing}` }), width: 2, figures: true })), { title: formatMessage({ id: 'burden-report.forms' }), width: 2, figures: true }];
    const line = (name: string, by: BurdenSummary['minutesByStanding'], forms: number) => [name, hours(by.notAdmitted), hours(by.admitted), hours(by.own), String(forms)];
    return {
      title: formatMessage({ id: 'burden-report.paper-title' }, { from, until }),
      entity: 'burden_record',
      entityId: '',
      rows: summary.total.records,
      asksReason: false,
      startsLandscape: false,
      blocks: [
        { kind: 'table', heading: formatMessage({ id: 'burden-report.by-body' }), columns: columns(formatMessage({ id: 'burden_record.field.bodyName' })), rows: summary.byBody.map((row) => line(row.bodyId === null ? formatMessage({ id: 'burden.own' }) : row.bodyName, row.minutesByStanding, row.forms)) },
        { kind: 'table', heading: formatMessage({ id: 'burden-report.by-month' }), columns: columns(formatMessage({ id: 'burden-report.month' })), rows: summary.byMonth.map((row) => line(row.month, row.minutesByStanding, row.forms)) },
      ],
    };
  };
}
