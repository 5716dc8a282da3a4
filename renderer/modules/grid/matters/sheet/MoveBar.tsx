import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { messageId } from '#renderer/i18n/messages.ts';
import type { MatterMove, MatterState } from '#shared/modules/grid/matters/matter-machine.rules.ts';
import type { MatterSheet } from '#shared/modules/grid/matters/matter.schema.ts';
import { MoveDrawer } from './MoveDrawer.tsx';
import { callOf, firstValues, isPlain } from './move-values.ts';

/** The steps an ordinary matter takes next: the first is the filled button, the second stands beside it. */
const NEXT: Readonly<Partial<Record<MatterState, readonly MatterMove[]>>> = {
  draft: ['submit'], reported: ['accept', 'refer'], accepted: ['record', 'file'], filed: ['dispatch', 'join'], dispatched: ['sign', 'return'], handling: ['done', 'note'], suspended: ['resume'], 'to-verify': ['pass', 'fail'], rework: ['redo'],
  closed: ['rate', 'reopen'], recorded: ['rate', 'reopen'], rated: ['reopen', 'archive'], void: ['restore'],
};

/** Only the steps the machine allows this person now; all others are not there. */
export function MoveBar({ matter, onRefresh }: { readonly matter: MatterSheet; readonly onRefresh: () => void }) {
  const { formatMessage } = useIntl();
  const [asked, setAsked] = useState<MatterMove | null>(null);
  const move = useMutation(api.grid.moveMatter());
  const usual = (NEXT[matter.state] ?? []).filter((one) => matter.legal.includes(one));
  const others = matter.legal.filter((one) => !usual.includes(one) && isOffered(matter, one)).toSorted((a, b) => Number(a === 'void') - Number(b === 'void'));
  const start = (one: MatterMove) => (isPlain(one) ? move.mutate(callOf(matter, one, firstValues(matter)), { onError: onRefresh }) : setAsked(one));
  const words = (one: MatterMove): string => formatMessage({ id: messageId(`matters.move.${one}`) });
  return (
    <>
      <ErrorNote error={move.error} />
      {usual.map((one, at) => <Button key={one} size="xs" variant={at === 0 ? 'filled' : 'default'} loading={move.isPending && move.variables.move === one} onClick={() => start(one)}>{words(one)}</Button>)}
      {others.length > 0 && (
        <Menu position="bottom-end" transitionProps={{ duration: 0 }} returnFocus>
          <Menu.Target><Button size="xs" variant="default" rightSection={<IconChevronDown size={14} aria-hidden />}><FormattedMessage id="matters.more" /></Button></Menu.Target>
          <Menu.Dropdown>{others.map((one) => <Menu.Item key={one} {...(one === 'void' && { c: 'red' })} onClick={() => start(one)}>{words(one)}</Menu.Item>)}</Menu.Dropdown>
        </Menu>
      )}
      {asked !== null && <MoveDrawer key={asked} matter={matter} move={asked} onRefresh={onRefresh} onClosed={() => setAsked(null)} />}
    </>
  );
}

/** What the record itself rules out needs no button: an answer to an extension nobody asked for, a card that is not there. */
function isOffered({ extension, card, ownerId }: MatterSheet, move: MatterMove): boolean {
  if (move === 'grant-extension' || move === 'refuse-extension') return extension === 'asked';
  if (move === 'ask-extension') return extension !== 'asked';
  if (move === 'lift-card' || move === 'escalate') return card !== 'none';
  if (move === 'supervise') return card !== 'red';
  return move !== 'take' || ownerId === null;
}
