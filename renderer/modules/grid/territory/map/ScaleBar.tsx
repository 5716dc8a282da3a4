import { useEffect, useState } from 'react';
import { FormattedNumber } from 'react-intl';
import classes from './map.module.css';
import type { OpenMap } from './open-map.ts';
import { roundLength } from './round-length.ts';

const LONGEST_PX = 120;

/** How long a round number of metres is on screen, anew after every zoom. */
export function ScaleBar({ map }: { readonly map: OpenMap }) {
  const [metres, setMetres] = useState(() => map.metresPerPixel());
  useEffect(() => {
    const measure = (): void => setMetres(map.metresPerPixel());
    map.map.on('moveend', measure);
    return () => map.map.un('moveend', measure);
  }, [map]);
  const length = roundLength(metres * LONGEST_PX);
  return (
    <div className={classes['scaleBar']} style={{ width: length / metres }}>
      {length >= 1000 ? <FormattedNumber value={length / 1000} style="unit" unit="kilometer" /> : <FormattedNumber value={length} style="unit" unit="meter" />}
    </div>
  );
}
