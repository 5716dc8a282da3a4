import { Button, Menu } from '@mantine/core';
import { IconDots, IconPencil } from '@tabler/icons-react';
import { useState, type ComponentType } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { messageId } from '#renderer/i18n/messages.ts';
import type { RequestSheet } from '#shared/modules/budget/requests/request.schema.ts';
import type { RequestAct } from '#shared/modules/budget/requests/steps.rules.ts';
import { AcceptDialog, PublishDialog, SettleDialog, SplitDialog } from './acts/ClosingDialogs.tsx';
import { DecideDialog } from './acts/DecideDialog.tsx';
import { DecideChangeDialog, DisburseDialog, ProposeChangeDialog, VoucherDialog } from './acts/MoneyDialogs.tsx';
import { LineDialog, NoteDialog, SubmitDialog } from './acts/NoteDialogs.tsx';
import { EditRequestDrawer } from './RequestDrawer.tsx';

type Dialog = ComponentType<{ readonly request: RequestSheet; readonly onClose: () => void }>;
/** What a person can do from the sheet; several acts of the way are one dialog. */
type Offer = 'edit' | 'budget' | 'submit' | 'decide' | 'appeal' | 'withdraw' | 'split' | 'disburse' | 'spend' | 'propose-change' | 'agree-change' | 'refuse-change' | 'accept' | 'settle' | 'publish' | 'urge';

const DIALOGS: Readonly<Record<Exclude<Offer, 'edit'>, Dialog>> = {
  budget: LineDialog, submit: SubmitDialog, decide: DecideDialog, split: SplitDialog, disburse: DisburseDialog, spend: VoucherDialog, 'propose-change': ProposeChangeDialog, accept: AcceptDialog, settle: SettleDialog, publish: PublishDialog,
  appeal: (props) => <NoteDialog {...props} act="appeal" />, withdraw: (props) => <NoteDialog {...props} act="withdraw" />, urge: (props) => <NoteDialog {...props} act="urge" />,
  'agree-change': (props) => <DecideChangeDialog {...props} agree />, 'refuse-change': (props) => <DecideChangeDialog {...props} agree={false} />,
};
/** The first of these that is possible is the next act, the only filled button. */
const NEXT: readonly Offer[] = ['agree-change', 'decide', 'submit', 'budget', 'disburse', 'accept', 'spend', 'settle', 'publish', 'appeal'];

function offersOf({ acts, changeFen, lineId, step, usedFen, disbursedFen, amountFen }: RequestSheet): readonly Offer[] {
  const may = (act: RequestAct): boolean => acts.includes(act);
  const offers: readonly (readonly [Offer, boolean])[] = [
    ['agree-change', changeFen !== null && may('decide-change')], ['refuse-change', changeFen !== null && may('decide-change')],
    ['decide', may('approve')], ['submit', may('submit') && lineId !== null], ['budget', may('budget')], ['disburse', may('disburse') && disbursedFen < amountFen], ['spend', may('spend')], ['accept', may('accept') && usedFen > 0], ['settle', may('settle')], ['publish', may('publish')],
    ['edit', may('edit')], ['split', may('split')], ['appeal', may('appeal')], ['propose-change', changeFen === null && may('propose-change')], ['urge', may('urge') && step !== 'spending'], ['withdraw', may('withdraw')],
  ];
  return offers.filter(([, isPossible]) => isPossible).map(([offer]) => offer);
}

/** What can be done now: the next act filled, the others beside it or in the menu. */
export function RequestActs({ request }: { readonly request: RequestSheet }) {
  const { formatMessage } = useIntl();
  const [open, setOpen] = useState<Offer | null>(null);
  const offers = offersOf(request);
  const next = NEXT.find((offer) => offers.includes(offer)) ?? null;
  const others = offers.filter((offer) => offer !== next);
  const [shown, hidden] = [others.slice(0, 3), others.slice(3)];
  const label = (offer: Offer): string => formatMessage({ id: messageId(`budget.act.${offer === 'submit' && request.step !== 'budgeted' ? 'resubmit' : offer === 'budget' && request.lineId !== null ? 'other-source' : offer}`) });
  const close = () => setOpen(null);
  const Open = open === null || open === 'edit' ? null : DIALOGS[open];
  return (
    <>
      {hidden.length > 0 && (
        <Menu position="bottom-end" transitionProps={{ duration: 0 }}>
          <Menu.Target><Button size="xs" variant="default" leftSection={<IconDots size={16} aria-hidden />}><FormattedMessage id="budget.act.more" /></Button></Menu.Target>
          <Menu.Dropdown>{hidden.map((offer) => <Menu.Item key={offer} onClick={() => setOpen(offer)}>{label(offer)}</Menu.Item>)}</Menu.Dropdown>
        </Menu>
      )}
      {shown.map((offer) => <Button key={offer} size="xs" variant="default" leftSection={offer === 'edit' && <IconPencil size={16} aria-hidden />} onClick={() => setOpen(offer)}>{label(offer)}</Button>)}
      {next !== null && <Button size="xs" onClick={() => setOpen(next)}>{label(next)}</Button>}
      {open === 'edit' && <EditRequestDrawer key={request.version} request={request} onClosed={close} />}
      {Open && <Open request={request} onClose={close} />}
    </>
  );
}
