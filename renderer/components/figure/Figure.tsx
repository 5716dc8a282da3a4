import { ActionIcon, Popover, Text } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useIntl } from 'react-intl';
import { PlaceLink } from '#renderer/components/link/PlaceLink.tsx';
import classes from './figure.module.css';

type FigureProps = {
  value: number | string;
  unit?: string;
  /** What time it speaks of, e.g. "today" or "November". */
  period?: string;
  label: string;
  /** How it is counted, opened with `i`. */
  definition: string;
  /** The rows behind it, as a place of the desk with the filter already set. */
  to?: string;
};

/** A number that can be asked: what it means, and which rows it is made of (look.md 4). */
export function Figure({ value, unit, period, label, definition, to }: FigureProps) {
  const { formatNumber, formatMessage } = useIntl();
  const text = typeof value === 'number' ? formatNumber(value) : value;
  const number = <>{text}{unit !== undefined && <span className={classes['unit']}>{unit}</span>}</>;
  return (
    <div className={classes['figure']}>
      <div className={classes['label']}>
        <span>{label}{period !== undefined && ` · ${period}`}</span>
        <Popover width={280} position="bottom-start" withArrow shadow="sm" returnFocus transitionProps={{ duration: 100 }}>
          <Popover.Target>
            <ActionIcon variant="subtle" color="gray" size="xs" aria-label={formatMessage({ id: 'figure.definition' }, { label })}>
              <IconInfoCircle size={14} aria-hidden />
            </ActionIcon>
          </Popover.Target>
          <Popover.Dropdown><Text size="sm">{definition}</Text></Popover.Dropdown>
        </Popover>
      </div>
      <div className={classes['value']}>{to === undefined ? number : <PlaceLink to={to} inherit aria-label={formatMessage({ id: 'figure.rows' }, { label, value: `${text}${unit ?? ''}` })}>{number}</PlaceLink>}</div>
    </div>
  );
}
