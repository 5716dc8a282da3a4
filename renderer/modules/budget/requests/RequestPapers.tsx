import { Button, Menu } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useDeskCommand } from '#renderer/app/commands.ts';
import { useCodes } from '#renderer/components/codes/use-codes.ts';
import { PaperPreview, type Paper } from '#renderer/components/paper/PaperPreview.tsx';
import { messageId } from '#renderer/i18n/messages.ts';
import { capitalAmount } from '#shared/modules/budget/ledger/money.rules.ts';
import { publicName } from '#shared/modules/budget/requests/notice.rules.ts';
import type { RequestSheet } from '#shared/modules/budget/requests/request.schema.ts';
import type { VoucherRow } from '#shared/modules/budget/vouchers/vouchers.contract.ts';
import { useWordsOf } from '../parts/use-words-of.ts';
import { useYuan } from '../parts/yuan.ts';

const MOST = 500;

/** The papers of a request: the application, the settlement with its performance, and the notice for the wall, on which no person is named in full. */
export function RequestPapers({ request }: { readonly request: RequestSheet }) {
  const papers = usePapers(request);
  const [shown, setShown] = useState<Paper | null>(null);
  useDeskCommand({ id: 'frame.print', title: 'common.print', accelerator: 'CmdOrCtrl+P', run: () => setShown(shown ?? papers[0]?.paper ?? null) });
  return (
    <>
      <Menu position="bottom-end" transitionProps={{ duration: 0 }}>
        <Menu.Target><Button size="xs" variant="default" leftSection={<IconPrinter size={16} aria-hidden />}><FormattedMessage id="common.print" /></Button></Menu.Target>
        <Menu.Dropdown>{papers.map(({ id, paper }) => <Menu.Item key={id} onClick={() => setShown(paper)}>{paper.title}</Menu.Item>)}</Menu.Dropdown>
      </Menu>
      {shown && <PaperPreview paper={shown} onClose={() => setShown(null)} />}
    </>
  );
}

function usePapers(request: RequestSheet): readonly { readonly id: string; readonly paper: Paper }[] {
  const { formatMessage } = useIntl();
  const word = useWordsOf();
  const yuan = useYuan();
  const { labelOf } = useCodes('fund-use');
  const { data: vouchers = [] } = useQuery(api.budget.listVouchers({ filter: { requestId: request.id }, limit: MOST }));
  const say = (id: string): string => formatMessage({ id: messageId(id) });
  const fact = (field: string, value: string) => ({ label: say(`budget.field.${field}`), value });
  const amount = { kind: 'large' as const, heading: '', rows: [{ label: say('budget.field.amountFen'), value: yuan(request.amountFen) }, { label: say('budget.field.capital'), value: capitalAmount(request.amountFen) }] };
  const common = { entity: 'funding_request', entityId: request.id, rows: 1, asksReason: false, startsLandscape: false };
  const about = (isPublic: boolean) => ({
    kind: 'facts' as const,
    heading: say('budget.paper.about'),
    facts: [fact('no', request.no), fact('title', request.title), fact('useCode', labelOf(request.useCode)), fact('department', request.department), fact('lineName', request.lineName), fact('sourceName', request.sourceName), fact('gridName', request.gridName), fact('applicantName', isPublic ? publicName(request.applicantName) : request.applicantName), fact('neededOn', request.neededOn), fact('beneficiaries', String(request.beneficiaries)), fact('agreedOn', request.agreedOn), fact('agreement', request.agreement)],
  });
  const steps = {
    kind: 'table' as const,
    heading: say('budget.section.steps'),
    columns: [{ title: say('budget.field.step'), width: 3 }, { title: say('budget.paper.by'), width: 2 }, { title: say('budget.field.enteredAt'), width: 2 }, { title: say('budget.field.days'), width: 1, figures: true }, { title: say('budget.field.outcome'), width: 3 }],
    rows: request.steps.map((step) => [[word('step', step.step), step.levelName].filter(Boolean).join(' · '), step.decidedBy, step.enteredAt.slice(0, 10), String(step.days), [step.outcome === '' ? '' : word('outcome', step.outcome), step.note].filter(Boolean).join('：')]),
  };
  const standing = vouchers.filter(({ reversedAt }) => reversedAt === null);
  const proofs = (isPublic: boolean) => voucherBlock(standing, isPublic, say, (kind) => word('voucher-kind', kind), yuan);
  const result = { kind: 'facts' as const, heading: say('budget.paper.result'), facts: [fact('goal', request.performance.goal), fact('done', request.performance.done), fact('satisfaction', request.performance.satisfaction === null ? '' : `${request.performance.satisfaction}%`), fact('acceptedOn', request.acceptedOn ?? ''), fact('acceptedBy', publicName(request.acceptedBy)), { label: say('budget.money.used'), value: yuan(request.usedFen) }] };
  const application = { id: 'application', paper: { ...common, title: say('budget.paper.application'), blocks: [amount, about(false), { kind: 'text' as const, heading: say('budget.field.purpose'), lines: [request.purpose] }, steps] } };
  if (request.settledOn === null) return [application];
  return [
    application,
    { id: 'settlement', paper: { ...common, title: say('budget.paper.settlement'), blocks: [amount, about(false), result, proofs(false), steps] } },
    { id: 'notice', paper: { ...common, title: say('budget.paper.notice'), isPublic: true, blocks: [amount, about(true), result, proofs(true), { kind: 'text' as const, heading: '', lines: [request.publishedFrom === null ? say('budget.paper.objections') : formatMessage({ id: 'budget.paper.published' }, { from: request.publishedFrom, until: request.publishedUntil ?? '', place: request.publishedAt })] }] } },
  ];
}

function voucherBlock(vouchers: readonly VoucherRow[], isPublic: boolean, say: (id: string) => string, kindWord: (kind: string) => string, yuan: (fen: number) => string) {
  return {
    kind: 'table' as const,
    heading: say('budget.section.vouchers'),
    columns: [{ title: say('budget.field.issuedOn'), width: 2 }, { title: say('budget.field.voucherKind'), width: 2 }, { title: say('budget.field.voucherNo'), width: 3 }, { title: say('budget.field.payee'), width: 3 }, { title: say('budget.field.amount'), width: 2, figures: true }],
    rows: vouchers.map((voucher) => [voucher.issuedOn, kindWord(voucher.kind), voucher.voucherNo, isPublic ? publicName(voucher.payee) : voucher.payee, yuan(voucher.kind === 'refund' ? -voucher.fen : voucher.fen)]),
  };
}
