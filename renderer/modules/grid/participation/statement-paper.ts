import { useIntl } from 'react-intl';
import type { Paper } from '#renderer/components/paper/PaperPreview.tsx';
import type { Statement } from '#shared/modules/grid/participation/volunteer.schema.ts';
import { useFigures } from '../typed/use-figures.ts';

/** The yearly statement of a volunteer: hours, each with who confirmed it, and the book of points from balance to balance. */
export function useStatementPaper(): (id: string, statement: Statement) => Paper {
  const { formatMessage } = useIntl();
  const { hours } = useFigures();
  return (id, { year, personName, shifts, minutes, opening, entries, closing, wantsPoints }) => {
    const title = (field: 'heldOn' | 'title' | 'minutes') => formatMessage({ id: `volunteer_job.field.${field}` });
    const hasPoints = wantsPoints || entries.length > 0 || opening > 0;
    return {
      title: formatMessage({ id: 'volunteers.statement-title' }, { name: personName, year: String(year) }),
      entity: 'volunteer',
      entityId: id,
      rows: 1,
      asksReason: false,
      startsLandscape: false,
      blocks: [
        { kind: 'text', heading: '', lines: [formatMessage({ id: 'volunteers.statement-hours' }, { hours: hours(minutes), count: shifts.length })] },
        { kind: 'table', heading: '', columns: [{ title: title('heldOn'), width: 2 }, { title: title('title'), width: 5 }, { title: title('minutes'), width: 2, figures: true }, { title: formatMessage({ id: 'jobs.confirmed-by' }), width: 2 }], rows: shifts.map((shift) => [shift.heldOn, shift.title, hours(shift.minutes), shift.confirmedBy]) },
        ...(hasPoints
          ? [
              {
                kind: 'table' as const,
                heading: formatMessage({ id: 'volunteers.section.points' }),
                columns: [{ title: title('heldOn'), width: 2 }, { title: formatMessage({ id: 'volunteers.points' }), width: 5 }, { title: '', width: 2, figures: true }, { title: formatMessage({ id: 'volunteers.by' }), width: 2 }],
                rows: [
                  ['', formatMessage({ id: 'volunteers.statement-opening' }), String(opening), ''],
                  ...entries.map(({ entryOn, kind, points, note, byName }) => [entryOn, [formatMessage({ id: `volunteers.kind.${kind}` }), note].filter(Boolean).join('：'), String(points), byName]),
                  ['', formatMessage({ id: 'volunteers.statement-closing' }), String(closing), ''],
                ],
              },
            ]
          : []),
        { kind: 'text', heading: '', lines: [formatMessage({ id: 'volunteers.statement-thanks' })] },
      ],
    };
  };
}
