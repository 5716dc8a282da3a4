import { useIntl } from 'react-intl';
import { coverageOf, leftOf, settlingStates, waitingStates } from '#shared/modules/grid/register/count/count.rules.ts';
import type { CampaignSheet, DoorState, GridFigures } from '#shared/modules/grid/register/count/count.schema.ts';
import { StackedByGrid } from '../../charts/StackedByGrid.tsx';
import { doorsPlace } from './count-places.ts';

const PARTS = ['settled', 'refused', 'left'] as const;
const KINDS = { settled: 'plain', refused: 'stripes', left: 'blank' } as const;
const STATES: Readonly<Record<(typeof PARTS)[number], readonly DoorState[]>> = { settled: settlingStates, refused: ['refused'], left: waitingStates };

/** How much of each grid a count has settled; every part opens its doors. */
export function CoverageChart({ campaign }: { readonly campaign: CampaignSheet }) {
  const { formatMessage } = useIntl();
  const rowOf = (grid: GridFigures) => ({
    id: grid.gridId,
    label: `${grid.gridName} · ${String(coverageOf(grid))}%`,
    values: { settled: grid.counted + grid.vacant + grid.gone, refused: grid.refused, left: leftOf(grid) },
    to: Object.fromEntries(PARTS.map((part) => [part, doorsPlace(campaign.id, { gridIds: [grid.gridId], states: [...STATES[part]] })])),
  });
  return (
    <StackedByGrid
      title={formatMessage({ id: 'count.coverage-chart' })}
      caption={campaign.name}
      series={PARTS.map((id) => ({ id, label: formatMessage({ id: `count.part.${id}` }), kind: KINDS[id] }))}
      rows={campaign.figures.grids.map(rowOf)}
    />
  );
}
