import { IconAlertTriangle, IconClockExclamation } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import classes from './late-mark.module.css';

/** A day or word that is past its limit, or near it: with a mark and a word for it, not by colour alone. */
export function LateMark({ isLate, isNear = false, children }: { readonly isLate: boolean; readonly isNear?: boolean; readonly children: ReactNode }) {
  const { formatMessage } = useIntl();
  if (!isLate && !isNear) return <>{children}</>;
  const Icon = isLate ? IconAlertTriangle : IconClockExclamation;
  return <span className={classes['mark']} data-clock={isLate ? 'overdue' : 'near'}><Icon size={14} role="img" aria-label={formatMessage({ id: isLate ? 'wait-strip.overdue' : 'wait-strip.near' })} />{children}</span>;
}
