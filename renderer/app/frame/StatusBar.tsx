import { FormattedMessage, FormattedTime, useIntl } from 'react-intl';
import { useSavedAt } from '#renderer/components/form/saved-at.ts';
import { boot } from '../boot.ts';
import { useStatusNote } from '../status-note.ts';
import { DemoMark } from './DemoMark.tsx';
import classes from './frame.module.css';

/** The foot of the desk: whether the data are invented, when something was last put aside, that nothing leaves this PC, and the screen's own note. */
export function StatusBar() {
  const { formatMessage } = useIntl();
  const savedAt = useSavedAt();
  const note = useStatusNote();
  return (
    <footer className={classes['status']} aria-label={formatMessage({ id: 'frame.status' })}>
      <div className={classes['statusFacts']}>
        <DemoMark />
        {savedAt !== null && <span role="status"><FormattedMessage id="frame.saved-at" values={{ time: <FormattedTime value={savedAt} hour="2-digit" minute="2-digit" hourCycle="h23" /> }} /></span>}
        <span title={formatMessage({ id: 'frame.offline.why' })}><FormattedMessage id="frame.offline" /></span>
        <span>{boot.version}</span>
      </div>
      <span>{note}</span>
    </footer>
  );
}
