import { useIntl } from 'react-intl';
import { useSession } from '#renderer/app/session.ts';
import type { Paper } from '#renderer/components/paper/PaperPreview.tsx';
import type { Adoption, PracticeRow } from '#shared/modules/staff/suggestions/practice.schema.ts';

/** The leaflet of a good practice for the wall and for other grids: no phone, no number of anybody, and no matter's subject. */
export function usePracticePaper(): (row: PracticeRow, adoptions: readonly Adoption[]) => Paper {
  const { formatMessage, formatDate, formatList } = useIntl();
  const { communityName } = useSession();
  const day = (text: string): string => formatDate(`${text}T00:00:00Z`, { dateStyle: 'long', timeZone: 'UTC' });
  const words = (field: 'problem' | 'done' | 'effect', text: string) => ({ kind: 'text' as const, heading: formatMessage({ id: `good_practice.field.${field}` }), lines: text.split('\n') });
  return (row, adoptions) => ({
    title: formatMessage({ id: 'practice.paper' }, { title: row.title }), entity: 'good_practice', entityId: row.id, rows: 1, asksReason: false, startsLandscape: false, isPublic: true,
    blocks: [
      { kind: 'large', heading: '', rows: [{ label: formatMessage({ id: 'practice.paper.from' }), value: [row.gridName, row.memberName].filter(Boolean).join(' · ') }] },
      words('problem', row.problem),
      words('done', row.done),
      words('effect', row.effect),
      ...(adoptions.length === 0 ? [] : [{ kind: 'text' as const, heading: formatMessage({ id: 'practice.paper.taken' }), lines: [formatList(adoptions.map(({ gridName }) => gridName))] }]),
      { kind: 'text', heading: '', lines: ['　', formatMessage({ id: 'practice.paper.unit' }, { unit: communityName, day: day(row.writtenOn) })] },
    ],
  });
}
