import { ActionIcon, Tooltip } from '@mantine/core';
import { IconFocusCentered, IconMinus, IconPlus } from '@tabler/icons-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import type { MessageId } from '#renderer/i18n/messages.ts';
import classes from './map.module.css';
import { openMap, type OpenMap } from './open-map.ts';
import { ScaleBar } from './ScaleBar.tsx';

type MapCanvasProps = {
  /** The map once it is open, and null when it closes. */
  readonly onOpen: (map: OpenMap | null) => void;
  readonly onPick: (id: string | null) => void;
  /** What lies over the map's corners. */
  readonly children: ReactNode;
};

/** The drawing plane with its zoom buttons and scale. Arrow keys move it and + and - zoom while it has the focus. */
export function MapCanvas({ onOpen, onPick, children }: MapCanvasProps) {
  const { formatMessage } = useIntl();
  const target = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState<OpenMap | null>(null);
  const pick = useRef(onPick);
  useEffect(() => {
    pick.current = onPick;
  });
  useEffect(() => {
    if (!target.current) return undefined;
    const map = openMap(target.current, (id) => pick.current(id));
    setOpen(map);
    onOpen(map);
    return () => {
      onOpen(null);
      map.close();
    };
  }, [onOpen]);
  const button = (id: MessageId, icon: ReactNode, run: () => void) => (
    <Tooltip label={formatMessage({ id })} position="right">
      <ActionIcon variant="default" size="md" aria-label={formatMessage({ id })} onClick={run}>{icon}</ActionIcon>
    </Tooltip>
  );
  return (
    <div className={classes['canvas']}>
      <div ref={target} className={classes['plane']} tabIndex={0} role="application" aria-label={formatMessage({ id: 'map.plane' })} data-map-plane />
      <div className={classes['zoom']}>
        {button('map.zoom-in', <IconPlus size={16} aria-hidden />, () => open?.zoom(1))}
        {button('map.zoom-out', <IconMinus size={16} aria-hidden />, () => open?.zoom(-1))}
        {button('map.fit', <IconFocusCentered size={16} aria-hidden />, () => open?.fit())}
      </div>
      {open && <div className={classes['scale']}><ScaleBar map={open} /></div>}
      {children}
    </div>
  );
}
