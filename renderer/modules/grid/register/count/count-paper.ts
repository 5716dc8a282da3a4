import { useIntl } from 'react-intl';
import { useCodes } from '#renderer/components/codes/use-codes.ts';
import type { PaperBlock } from '#renderer/components/paper/paper-lines.ts';
import type { Paper } from '#renderer/components/paper/PaperPreview.tsx';
import { coverageOf, floatingShare, leftOf, personsIn, totalsOf, type Totals } from '#shared/modules/grid/register/count/count.rules.ts';
import { outcomes, type CampaignSheet, type DoorRow } from '#shared/modules/grid/register/count/count.schema.ts';

/** The result of a count on paper: totals, grid by grid, dwellings by use, lines to sign. */
export function useCountPaper(): (campaign: CampaignSheet) => Paper {
  const { formatMessage, formatNumber } = useIntl();
  const { labelOf } = useCodes('dwelling-use');
  const field = (id: 'gridName' | 'doors' | 'persons' | 'households' | 'registered' | 'floating' | 'leftBehind' | 'overseas' | 'noHukou' | 'businesses' | 'foundUse') => formatMessage({ id: `count.field.${id}` });
  const n = (value: number): string => formatNumber(value);
  const signed = (value: number): string => formatNumber(value, { signDisplay: 'exceptZero' });
  const COUNTED = ['households', 'registered', 'floating', 'leftBehind', 'overseas', 'noHukou', 'businesses'] as const;
  const line = (name: string, grid: Totals, hasLast: boolean): string[] => [name, `${String(coverageOf(grid))} %`, n(grid.doors), n(leftOf(grid)), ...outcomes.filter((outcome) => outcome === 'refused' || outcome === 'vacant' || outcome === 'gone').map((outcome) => n(grid[outcome])), n(personsIn(grid)), ...COUNTED.map((one) => n(grid[one])), signed(personsIn(grid) - grid.registerPersons), hasLast ? signed(grid.againPersons - grid.lastPersons) : '—'];
  return (campaign) => {
    const { figures, previous } = campaign;
    const total = totalsOf(figures.grids);
    const share = floatingShare(total);
    const columns = [
      { title: field('gridName'), width: 4 }, { title: formatMessage({ id: 'count.coverage' }), width: 2.4, figures: true }, { title: field('doors'), width: 2.4, figures: true }, { title: formatMessage({ id: 'count.left' }), width: 2.4, figures: true },
      ...(['refused', 'vacant', 'gone'] as const).map((state) => ({ title: formatMessage({ id: `count.state.${state}` }), width: 2.2, figures: true })),
      { title: field('persons'), width: 2.2, figures: true }, ...COUNTED.map((one) => ({ title: field(one), width: 2.2, figures: true })),
      { title: formatMessage({ id: 'count.against-register' }), width: 2.6, figures: true }, { title: formatMessage({ id: 'count.against-last' }), width: 2.4, figures: true },
    ];
    const uses = [...new Set(figures.uses.map(({ use }) => use))];
    const blocks: PaperBlock[] = [
      {
        kind: 'facts',
        heading: '',
        facts: [
          { label: formatMessage({ id: 'count.field.startsOn' }), value: formatMessage({ id: 'count.period' }, { from: campaign.startsOn, until: campaign.endsOn }) },
          { label: formatMessage({ id: 'count.field.state' }), value: campaign.closedOn === null ? formatMessage({ id: 'count.status.open' }) : formatMessage({ id: 'count.frozen' }, { day: campaign.closedOn }) },
          { label: formatMessage({ id: 'count.floating-share' }), value: share === null ? '—' : `${formatNumber(share, { minimumFractionDigits: 1 })} %` },
          { label: formatMessage({ id: 'count.against-last' }), value: previous ? previous.name : formatMessage({ id: 'count.no-last' }) },
        ],
      },
      { kind: 'table', heading: formatMessage({ id: 'count.figures' }), columns, rows: [...figures.grids.map((grid) => line(grid.gridName, grid, previous !== null)), line(formatMessage({ id: 'count.total' }), total, previous !== null)] },
      {
        kind: 'table',
        heading: formatMessage({ id: 'count.by-use' }),
        columns: [{ title: field('foundUse'), width: 4 }, { title: formatMessage({ id: 'count.total' }), width: 2, figures: true }],
        rows: uses.map((use) => [use === '' ? formatMessage({ id: 'count.use-unknown' }) : labelOf(use), n(figures.uses.filter((one) => one.use === use).reduce((sum, { dwellings }) => sum + dwellings, 0))]),
      },
      { kind: 'text', heading: '', lines: [formatMessage({ id: 'count.sheet-sign' })] },
    ];
    return { title: campaign.name, entity: 'count_campaign', entityId: campaign.id, rows: figures.grids.length, asksReason: false, startsLandscape: true, blocks };
  };
}

/** Columns that are filled in by hand on the walk. */
const BLANKS = ['outcome', 'households', 'registered', 'floating', 'leftBehind', 'overseas', 'noHukou', 'businesses', 'foundUse', 'note'] as const;

/** The visit sheet: one table a building, in the order of the walk, with empty cells and a line to sign. Nobody's name stands on it. */
export function useVisitPaper(): (campaign: CampaignSheet, doors: readonly DoorRow[]) => Paper {
  const { formatMessage } = useIntl();
  const title = (id: 'no' | 'address' | (typeof BLANKS)[number]) => formatMessage({ id: `count.field.${id}` });
  const columns = [{ title: title('no'), width: 1.4, figures: true }, { title: title('address'), width: 11 }, ...BLANKS.map((field) => ({ title: title(field), width: field === 'note' || field === 'foundUse' ? 2.6 : 1.8 }))];
  return (campaign, doors) => {
    const groups = new Map<string, DoorRow[]>();
    for (const door of doors) groups.set(`${door.gridName} ${door.block}`, [...(groups.get(`${door.gridName} ${door.block}`) ?? []), door]);
    return {
      title: formatMessage({ id: 'count.sheet-title' }, { name: campaign.name }),
      entity: 'count_campaign',
      entityId: campaign.id,
      rows: doors.length,
      asksReason: false,
      startsLandscape: true,
      blocks: [
        { kind: 'text', heading: '', lines: [formatMessage({ id: 'count.sheet-outcomes' })] },
        ...[...groups.values()].map((rows): PaperBlock => ({
          kind: 'table',
          heading: formatMessage({ id: 'count.sheet-head' }, { grid: rows[0]?.gridName ?? '', block: rows[0]?.block ?? '', doors: rows.length }),
          columns,
          rows: rows.map(({ no, address }) => [String(no), address, ...BLANKS.map(() => '')]),
        })),
        { kind: 'text', heading: '', lines: [formatMessage({ id: 'count.sheet-sign' })] },
      ],
    };
  };
}
