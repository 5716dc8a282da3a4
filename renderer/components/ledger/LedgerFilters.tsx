import { Button, CloseButton, Menu, Popover, UnstyledButton } from '@mantine/core';
import { useRef, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import classes from './ledger-frame.module.css';
import type { LedgerFilter, LedgerRecord } from './ledger-list.ts';
import type { Ledger } from './use-ledger.ts';

/** The conditions of a list as chips: each says itself in words, opens its editor and can be taken away. */
export function LedgerFilters<Row extends LedgerRecord, F extends object, S extends string>({ ledger }: { readonly ledger: Ledger<Row, F, S> }) {
  const { formatMessage } = useIntl();
  const [openId, setOpenId] = useState<string | null>(null);
  const { filters } = ledger.props;
  const { filter } = ledger.place;
  if (filters.length === 0) return null;
  const set = filters.filter((one) => one.describe(filter) !== null);
  const shown = filters.filter((one) => one.id === openId || set.includes(one));
  const free = filters.filter((one) => !shown.includes(one));
  const change = (next: F) => ledger.setPlace({ filter: next });
  return (
    <div role="group" aria-label={formatMessage({ id: 'ledger.filters' })} className={classes['chips']}>
      {shown.map((one) => (
        <FilterChip
          key={one.id}
          of={one}
          filter={filter}
          isOpen={one.id === openId}
          onOpen={(isOpen) => setOpenId(isOpen ? one.id : null)}
          onChange={change}
          onRemove={() => {
            setOpenId(null);
            change(one.without(filter));
          }}
        />
      ))}
      {free.length > 0 && (
        <Menu shadow="sm" position="bottom-start" transitionProps={{ duration: 0 }}>
          <Menu.Target>
            <Button size="compact-sm" variant="subtle"><FormattedMessage id="ledger.add-filter" /></Button>
          </Menu.Target>
          <Menu.Dropdown>
            {free.map((one) => <Menu.Item key={one.id} onClick={() => setOpenId(one.id)}>{one.label}</Menu.Item>)}
          </Menu.Dropdown>
        </Menu>
      )}
      {set.length > 1 && (
        <Button size="compact-sm" variant="subtle" color="gray" onClick={() => change(set.reduce((rest, one) => one.without(rest), filter))}>
          <FormattedMessage id="ledger.filters-clear" />
        </Button>
      )}
    </div>
  );
}

type FilterChipProps<F> = {
  readonly of: LedgerFilter<F>;
  readonly filter: F;
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
  readonly onChange: (next: F) => void;
  readonly onRemove: () => void;
};

function FilterChip<F>({ of: { label, describe, editor }, filter, isOpen, onOpen, onChange, onRemove }: FilterChipProps<F>) {
  const { formatMessage } = useIntl();
  const words = describe(filter);
  const chip = useRef<HTMLButtonElement>(null);
  // the chip may have been opened from a menu that is gone: the keyboard always comes back to the chip itself
  const toggle = (next: boolean) => {
    onOpen(next);
    if (!next) chip.current?.focus();
  };
  return (
    <div className={classes['chip']}>
      <Popover opened={isOpen} onChange={toggle} position="bottom-start" shadow="sm" trapFocus transitionProps={{ duration: 0 }}>
        <Popover.Target>
          <UnstyledButton ref={chip} className={classes['chipWords']} title={formatMessage({ id: 'ledger.filter-edit' }, { label })} onClick={() => toggle(!isOpen)}>
            <span className={classes['chipLabel']}>{label}{words !== null && ':'}</span>
            {words !== null && <span>{words}</span>}
          </UnstyledButton>
        </Popover.Target>
        <Popover.Dropdown p="sm" miw={220} maw={420} aria-label={formatMessage({ id: 'ledger.filter-edit' }, { label })}>{editor(filter, onChange)}</Popover.Dropdown>
      </Popover>
      <CloseButton size="xs" aria-label={formatMessage({ id: 'ledger.filter-remove' }, { label })} onClick={onRemove} />
    </div>
  );
}
