import { Button, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { MapProblem } from '#shared/modules/grid/territory/map/areas.rules.ts';
import { knit } from '#shared/modules/grid/territory/map/borders.rules.ts';
import { common, joined, without } from '#shared/modules/grid/territory/map/overlay.rules.ts';
import { OUTLINE, type Drawing, type Shape } from '#shared/modules/grid/territory/map/shape.schema.ts';
import classes from './map.module.css';

type ProblemListProps = {
  readonly problems: readonly MapProblem[];
  readonly drawing: Drawing;
  readonly chosen: string | null;
  readonly nameOf: (id: string) => string;
  readonly put: (drawing: Drawing) => void;
  readonly onShow: (shapes: readonly Shape[]) => void;
  readonly onChoose: (id: string) => void;
};

const MOST = 30;

/** What is wrong with the drawing as it stands, each with where it is and, where there is one, the stroke that mends it. */
export function ProblemList({ problems, drawing, chosen, nameOf, put, onShow, onChoose }: ProblemListProps) {
  const { formatMessage } = useIntl();
  const words = (problem: MapProblem): string => {
    if (problem.kind === 'fault') return `${nameOf(problem.id)}: ${formatMessage({ id: `map.fault.${problem.fault}` })}`;
    const area = Math.round(problem.squareMetres);
    if (problem.kind === 'gap') return formatMessage({ id: 'map.problem.gap' }, { area });
    return problem.kind === 'overlap' ? formatMessage({ id: 'map.problem.overlap' }, { name: nameOf(problem.id), other: nameOf(problem.other), area }) : formatMessage({ id: 'map.problem.outside' }, { name: nameOf(problem.id), area });
  };
  const change = (id: string, shape: Shape): void => {
    const { [id]: _old, ...others } = drawing;
    put(shape.length === 0 ? others : knit({ ...drawing, [id]: shape }, id));
  };
  const mend = (label: ReactNode, run: () => void) => <Button size="compact-xs" variant="default" onClick={run}>{label}</Button>;
  const mends = (problem: MapProblem): ReactNode => {
    if (problem.kind === 'overlap') {
      const { id, other } = problem;
      const yieldTo = (loser: string, winner: string) => mend(<FormattedMessage id="map.mend.yield" values={{ name: nameOf(loser) }} />, () => change(loser, without(drawing[loser] ?? [], [drawing[winner] ?? []])));
      return <>{yieldTo(id, other)}{yieldTo(other, id)}</>;
    }
    if (problem.kind === 'outside') return mend(<FormattedMessage id="map.mend.trim" />, () => change(problem.id, common(drawing[problem.id] ?? [], drawing[OUTLINE] ?? [])));
    const mine = chosen !== null && chosen !== OUTLINE ? chosen : null;
    if (problem.kind === 'gap' && mine !== null) return mend(<FormattedMessage id="map.mend.fill" values={{ name: nameOf(mine) }} />, () => change(mine, joined([drawing[mine] ?? [], problem.shape].filter((shape) => shape.length > 0))));
    return null;
  };
  const show = (problem: MapProblem): void => {
    if (problem.kind === 'gap') return onShow([problem.shape]);
    onChoose(problem.id);
    onShow([drawing[problem.id] ?? [], ...(problem.kind === 'overlap' ? [drawing[problem.other] ?? []] : [])]);
  };
  return (
    <Stack gap={4} role="status" aria-label={formatMessage({ id: 'map.checks' })}>
      {problems.length === 0 && <Text size="sm" c="green"><IconCheck size={16} aria-hidden /> <FormattedMessage id="map.sound" /></Text>}
      <ul className={classes['problems']}>
        {problems.slice(0, MOST).map((problem, at) => (
          <li key={at} className={classes['problem']}>
            {problem.kind === 'gap' ? <IconInfoCircle size={16} color="var(--mantine-color-blue-text)" aria-label={formatMessage({ id: 'map.for-information' })} /> : <IconAlertTriangle size={16} color="var(--mantine-color-red-text)" aria-label={formatMessage({ id: 'map.prevents-saving' })} />}
            <div className={classes['problemText']}>
              {words(problem)}
              <div className={classes['mends']}>
                {mend(<FormattedMessage id="map.show" />, () => show(problem))}
                {mends(problem)}
              </div>
            </div>
          </li>
        ))}
      </ul>
    </Stack>
  );
}
