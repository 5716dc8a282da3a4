import { FormattedMessage } from 'react-intl';
import { DayText } from '#renderer/components/time/DayText.tsx';
import { addDays } from '#shared/kernel/calendar/working-days.rules.ts';
import type { ProcessMapRow } from '#shared/modules/grid/process/process.schema.ts';

type Standing = Pick<ProcessMapRow, 'state' | 'inForceOn' | 'endedOn'>;

/** The state of a map in words; from when, where that lies ahead, and until when, where the next edition is announced. */
export function MapState({ map: { state, inForceOn, endedOn } }: { readonly map: Standing }) {
  if (state === 'announced') return <FormattedMessage id="process-map.in-force-from" values={{ day: <DayText day={inForceOn} /> }} />;
  if (state === 'in-force' && endedOn !== null) return <FormattedMessage id="process-map.in-force-until" values={{ day: <DayText day={addDays(endedOn, -1)} /> }} />;
  return <FormattedMessage id={`process-map.state.${state}`} />;
}
