import { useIntl } from 'react-intl';
import type { PaperBlock } from '#renderer/components/paper/paper-lines.ts';
import type { Paper } from '#renderer/components/paper/PaperPreview.tsx';
import { boundarySides } from '#shared/modules/grid/territory/grid.schema.ts';
import type { NoticeBoard } from '#shared/modules/grid/territory/notice-board/notice-board.contract.ts';

/** A grid's notice board as it hangs on the wall: large type, staff and their work phones, the community's line. */
export function useBoardPaper(): (board: NoticeBoard) => Paper {
  const { formatMessage, locale } = useIntl();
  return (board) => {
    const none = formatMessage({ id: 'notice-board.vacant' });
    const person = (label: string, name: string, phone: string) => ({ label, value: [name || none, phone].filter(Boolean).join('　') });
    const sides = boundarySides.flatMap((side) => (board[side] === '' ? [] : [formatMessage({ id: `territory.side.${side}` }, { to: board[side] })])).join('，');
    const blocks: PaperBlock[] = [
      {
        kind: 'large',
        heading: [board.subDistrictName, board.communityName].filter(Boolean).join(' '),
        rows: [
          person(formatMessage({ id: 'notice-board.responsible' }), board.responsible?.name ?? '', board.responsible?.phone ?? ''),
          ...(board.deputy ? [person(formatMessage({ id: 'notice-board.deputy' }), board.deputy.name, board.deputy.phone)] : []),
          ...board.staff.map(({ zh, en, name, phone }) => person(locale === 'en' ? en : zh, name, phone)),
        ],
      },
      {
        kind: 'large',
        heading: formatMessage({ id: 'notice-board.area' }),
        rows: [
          { label: formatMessage({ id: 'notice-board.code' }), value: board.gridCode },
          ...(sides === '' ? [] : [{ label: formatMessage({ id: 'notice-board.sides' }), value: sides }]),
          ...(board.boundary === '' ? [] : [{ label: formatMessage({ id: 'notice-board.inside' }), value: board.boundary }]),
        ],
      },
      ...(board.line === '' ? [] : [{ kind: 'text' as const, heading: formatMessage({ id: 'notice-board.community' }), lines: [board.line] }]),
    ];
    return { title: formatMessage({ id: 'notice-board.paper-title' }, { name: board.gridName }), entity: 'grid', entityId: board.gridId, rows: 1, asksReason: false, startsLandscape: false, isPublic: true, blocks };
  };
}
