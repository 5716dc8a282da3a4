import { Outlet } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { HelpDrawer } from '#renderer/components/help/HelpDrawer.tsx';
import { KeyboardSheet } from '#renderer/components/help/KeyboardSheet.tsx';
import { Palette } from '#renderer/components/palette/Palette.tsx';
import { useUndo } from '#renderer/components/undo/use-undo.ts';
import { PasswordDrawer } from '../password/PasswordDrawer.tsx';
import { useSession } from '../session.ts';
import { useCommandKeys } from '../use-command-keys.ts';
import classes from './frame.module.css';
import { LeaveGuard } from './LeaveGuard.tsx';
import { LeftDrafts } from './LeftDrafts.tsx';
import { Rail } from './Rail.tsx';
import { ReadOnlyBanner } from './ReadOnlyBanner.tsx';
import { SecondLevel } from './SecondLevel.tsx';
import { StatusBar } from './StatusBar.tsx';
import { TopBar } from './TopBar.tsx';
import { useDeskEvents } from './use-desk-events.ts';
import { useFrameCommands, type Layer } from './use-frame-commands.ts';
import { useIdleTouch } from './use-idle-touch.ts';
import { useRailState } from './use-rail-state.ts';

/** The desk around every screen: rail, second level, top bar, status bar, and the layers that any screen can call up. */
export function Frame() {
  const session = useSession();
  const [layer, setLayer] = useState<Layer | null>(null);
  const main = useRef<HTMLElement>(null);
  const rail = useRailState();
  useCommandKeys();
  useFrameCommands(setLayer);
  useDeskEvents();
  useUndo();
  useIdleTouch();
  const close = (): void => setLayer(null);
  return (
    <div className={classes['frame']}>
      <button type="button" className={classes['skip']} onClick={() => main.current?.focus()}><FormattedMessage id="frame.skip" /></button>
      <Rail rail={rail} />
      <TopBar onSearch={() => setLayer('palette')} />
      <SecondLevel rail={rail} />
      <main ref={main} className={classes['main']} tabIndex={-1} data-pane>
        {session.demo && <p className={classes['onPaper']}><FormattedMessage id="frame.demo.paper" /></p>}
        {session.readOnly && <ReadOnlyBanner />}
        <LeftDrafts />
        <Outlet />
      </main>
      <StatusBar />
      <Palette opened={layer === 'palette'} onClose={close} />
      <HelpDrawer opened={layer === 'help'} onClose={close} />
      <KeyboardSheet opened={layer === 'keyboard'} onClose={close} />
      <LeaveGuard />
      <PasswordDrawer opened={layer === 'password'} onClose={close} />
    </div>
  );
}
