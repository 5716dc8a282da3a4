import { Checkbox, Text } from '@mantine/core';
import { FormattedMessage, FormattedNumber, useIntl } from 'react-intl';
import type { MapFigure } from '#shared/modules/grid/territory/map/map.contract.ts';
import { figureFormat, type Colouring } from './figures.ts';
import { ClassSwatch } from './ClassSwatch.tsx';
import { fillAt } from './map-colours.ts';
import classes from './map.module.css';

type MapLegendProps = { readonly figure: MapFigure; readonly colouring: Colouring; readonly hasPattern: boolean; readonly onPattern: (hasPattern: boolean) => void };

/** Which colour means which values, and how many grids have them; patterns say the same without colour. */
export function MapLegend({ figure, colouring, hasPattern, onPattern }: MapLegendProps) {
  const { formatMessage } = useIntl();
  const { classes: all, values } = colouring;
  const without = [...values.values()].filter((value) => value === null).length;
  const format = figureFormat(figure);
  return (
    <section className={classes['legend']} aria-label={formatMessage({ id: 'map.legend' })}>
      <Text size="xs" fw={600}>{formatMessage({ id: `map.figure.${figure}` })}</Text>
      <ul>
        {all.map(({ from, to, count }, at) => (
          <li key={from}>
            <ClassSwatch fill={fillAt(at, all.length)} hasPattern={hasPattern} />
            <span><FormattedNumber value={from} {...format} />{from !== to && <> – <FormattedNumber value={to} {...format} /></>}</span>
            <span className={classes['legendCount']}><FormattedMessage id="map.grids-count" values={{ count }} /></span>
          </li>
        ))}
        {without > 0 && (
          <li>
            <ClassSwatch fill={null} hasPattern={hasPattern} />
            <span><FormattedMessage id="map.no-value" /></span>
            <span className={classes['legendCount']}><FormattedMessage id="map.grids-count" values={{ count: without }} /></span>
          </li>
        )}
      </ul>
      <Checkbox size="xs" mt={6} label={formatMessage({ id: 'map.pattern' })} checked={hasPattern} onChange={(event) => onPattern(event.currentTarget.checked)} />
    </section>
  );
}
