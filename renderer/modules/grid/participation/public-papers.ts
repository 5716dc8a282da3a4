import { useIntl } from 'react-intl';
import type { Paper } from '#renderer/components/paper/PaperPreview.tsx';
import type { TeamRow } from '#shared/modules/grid/participation/activity.schema.ts';
import type { AskedAndDone } from '#shared/modules/grid/participation/demand.schema.ts';
import type { JobRow } from '#shared/modules/grid/participation/volunteer.schema.ts';
import type { NoticeBoard } from '#shared/modules/grid/territory/notice-board/notice-board.contract.ts';
import type { Days } from '../typed/PeriodChoice.tsx';

/** "Asked and done" for the notice board: subjects and answers, nobody named. */
export function useAskedPaper(): (rows: readonly AskedAndDone[], period: Days) => Paper {
  const { formatMessage } = useIntl();
  return (rows, { from, until }) => {
    const head = (id: 'asked-on' | 'what' | 'answer' | 'answered-on' | 'done') => formatMessage({ id: `participation.${id}` });
    return {
      title: formatMessage({ id: 'participation.asked-done-title' }, { from, until }),
      entity: 'demand',
      entityId: '',
      rows: rows.length,
      asksReason: false,
      startsLandscape: false,
      isPublic: true,
      blocks: [{ kind: 'table', heading: '', columns: [{ title: head('asked-on'), width: 2 }, { title: head('what'), width: 5 }, { title: head('answer'), width: 6 }, { title: head('answered-on'), width: 2 }, { title: head('done'), width: 1 }], rows: rows.map((row) => [row.askedOn, row.subject, row.answer, row.answeredOn, row.isDone ? '✓' : '']) }],
    };
  };
}

/** A grid's leaflet for every household: your grid, its member, what to call about, how to take part. Only staff is named. */
export function useLeafletPaper(): (board: NoticeBoard, jobs: readonly JobRow[], teams: readonly TeamRow[]) => Paper {
  const { formatMessage, locale } = useIntl();
  return (board, jobs, teams) => {
    const none = formatMessage({ id: 'participation.leaflet-none' });
    const person = (label: string, name: string, phone: string) => ({ label, value: [name || formatMessage({ id: 'notice-board.vacant' }), phone].filter(Boolean).join('　') });
    const orNone = (lines: readonly string[]): readonly string[] => (lines.length === 0 ? [none] : lines);
    return {
      title: formatMessage({ id: 'participation.leaflet-title' }, { name: board.gridName }),
      entity: 'grid',
      entityId: board.gridId,
      rows: 1,
      asksReason: false,
      startsLandscape: false,
      isPublic: true,
      blocks: [
        { kind: 'large', heading: formatMessage({ id: 'participation.leaflet-who' }), rows: [person(formatMessage({ id: 'notice-board.responsible' }), board.responsible?.name ?? '', board.responsible?.phone ?? ''), ...board.staff.map(({ zh, en, name, phone }) => person(locale === 'en' ? en : zh, name, phone))] },
        { kind: 'text', heading: formatMessage({ id: 'participation.leaflet-why' }), lines: formatMessage({ id: 'participation.leaflet-why-lines' }).split('\n') },
        { kind: 'text', heading: formatMessage({ id: 'participation.leaflet-jobs' }), lines: orNone(jobs.map(({ heldOn, title, place }) => [heldOn, title, place].filter(Boolean).join('　'))) },
        { kind: 'text', heading: formatMessage({ id: 'participation.leaflet-teams' }), lines: orNone(teams.map(({ name, meets, purpose }) => [name, purpose, meets].filter(Boolean).join('　'))) },
        ...(board.line === '' ? [] : [{ kind: 'text' as const, heading: formatMessage({ id: 'notice-board.community' }), lines: [board.line] }]),
      ],
    };
  };
}
