import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconPlus, IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useDeskCommand } from '#renderer/app/commands.ts';
import { useMay } from '#renderer/app/session.ts';
import { useCodes } from '#renderer/components/codes/use-codes.ts';
import { useResumedDraft } from '#renderer/components/form/resumed-draft.ts';
import { linkedFilter, listFilter } from '#renderer/components/ledger/filter-editors.tsx';
import { ledgerSource, type LedgerColumn, type LedgerFilter, type SortOrder } from '#renderer/components/ledger/ledger-list.ts';
import { LedgerTable } from '#renderer/components/ledger/LedgerTable.tsx';
import { useLinkedFilter } from '#renderer/components/ledger/use-linked-filter.ts';
import { PlaceLink } from '#renderer/components/link/PlaceLink.tsx';
import { Page } from '#renderer/components/page/Page.tsx';
import { PaperPreview } from '#renderer/components/paper/PaperPreview.tsx';
import { DayText } from '#renderer/components/time/DayText.tsx';
import { messageId } from '#renderer/i18n/messages.ts';
import { caseFilterSchema, caseStatuses, decideCaseSchema, rewardKinds, type CaseFilter, type CaseRow } from '#shared/modules/staff/rewards/reward.schema.ts';
import { ActDialog } from '../ActDialog.tsx';
import { yuanOf } from '../fen.ts';
import { nothingYet, RowPeek } from '../StaffLedger.tsx';
import { NominateDrawer } from './NominateDrawer.tsx';
import { useLetterPaper } from './use-letter-paper.ts';

type SortField = 'happenedOn' | 'memberName' | 'amountFen' | 'status';
const NEWEST = { field: 'happenedOn', direction: 'desc' } as const;
const EXPORT = { list: 'staff.rewards', query: (filter: CaseFilter, sort: SortOrder<SortField>) => ({ filter, sort }) };

function useColumns(): readonly LedgerColumn<CaseRow, SortField>[] {
  const { formatMessage, formatNumber } = useIntl();
  const { labelOf: form } = useCodes('reward-form');
  const { labelOf: grade } = useCodes('staff-grade');
  return useMemo(() => {
    const title = (field: 'happenedOn' | 'memberId' | 'gridName' | 'kind' | 'ruleId' | 'form' | 'amountFen' | 'grade' | 'facts' | 'ground' | 'status' | 'proposerName' | 'chain' | 'deciderName' | 'decision') => formatMessage({ id: `reward_case.field.${field}` });
    return [
      { id: 'memberName', title: title('memberId'), width: 100, leading: true, sort: 'memberName', text: (row) => row.memberName },
      { id: 'kind', title: title('kind'), width: 70, text: (row) => formatMessage({ id: `reward.kind.${row.kind}` }) },
      { id: 'ruleName', title: title('ruleId'), width: 140, text: (row) => row.ruleName },
      { id: 'form', title: title('form'), width: 90, text: (row) => form(row.form) },
      { id: 'amount', title: title('amountFen'), width: 110, figures: true, sort: 'amountFen', text: (row) => (row.amountFen === 0 ? '' : formatNumber(yuanOf(row.amountFen), { minimumFractionDigits: 2 })) },
      { id: 'grade', title: title('grade'), width: 120, text: (row) => (row.gradeWas === row.gradeBecomes ? '' : `${grade(row.gradeWas) || '—'} → ${grade(row.gradeBecomes)}`) },
      { id: 'happenedOn', title: title('happenedOn'), width: 130, sort: 'happenedOn', text: (row) => row.happenedOn, cell: (row) => <DayText day={row.happenedOn} /> },
      { id: 'facts', title: title('facts'), width: 260, text: (row) => row.facts },
      { id: 'ground', title: title('ground'), width: 190, text: (row) => (row.sheetId === null ? '' : `${row.planTitle} · ${formatMessage({ id: messageId(`assessment.band.${row.band}`) })}`) },
      { id: 'status', title: title('status'), width: 90, sort: 'status', text: (row) => formatMessage({ id: `reward.status.${row.status}` }) },
      { id: 'chain', title: title('chain'), width: 150, text: (row) => row.chain.join(' → '), hiddenAtFirst: true },
      { id: 'proposerName', title: title('proposerName'), width: 100, text: (row) => row.proposerName, hiddenAtFirst: true },
      { id: 'deciderName', title: title('deciderName'), width: 100, text: (row) => row.deciderName },
      { id: 'decision', title: title('decision'), width: 160, text: (row) => row.decision, hiddenAtFirst: true },
    ];
  }, [formatMessage, formatNumber, form, grade]);
}

function useFilters(): readonly LedgerFilter<CaseFilter>[] {
  const { formatMessage } = useIntl();
  return useMemo(() => [
    listFilter({ id: 'status', label: formatMessage({ id: 'reward_case.field.status' }), options: caseStatuses.map((value) => ({ value, label: formatMessage({ id: `reward.status.${value}` }) })), values: caseStatuses, of: (filter: CaseFilter) => filter.statuses, put: (filter, statuses) => ({ ...filter, statuses }) }),
    listFilter({ id: 'kind', label: formatMessage({ id: 'reward_case.field.kind' }), options: rewardKinds.map((value) => ({ value, label: formatMessage({ id: `reward.kind.${value}` }) })), values: rewardKinds, of: (filter: CaseFilter) => filter.kinds, put: (filter, kinds) => ({ ...filter, kinds }) }),
    linkedFilter({ id: 'member', label: formatMessage({ id: 'reward_case.field.memberId' }), yes: formatMessage({ id: 'reward.one-person' }), of: (filter: CaseFilter) => filter.memberId !== null, without: (filter) => ({ ...filter, memberId: null }) }),
  ], [formatMessage]);
}

/** Nominations and what was decided: the ledger of rewards and penalties. */
export default function RewardsPage() {
  const { formatMessage } = useIntl();
  const mayEdit = useMay()('rewards.edit');
  const columns = useColumns();
  const filters = useFilters();
  const { data: sum } = useQuery(api.staff.summariseRewards({ filter: {} }));
  const [open, setOpen] = useState<'new' | { readonly act: 'decide' | 'letter'; readonly row: CaseRow } | null>(null);
  const letterOf = useLetterPaper();
  useLinkedFilter(caseFilterSchema);
  useDeskCommand(mayEdit && open === null ? { id: 'record.new', title: 'reward.new', accelerator: 'CmdOrCtrl+N', run: () => setOpen('new') } : null);
  useResumedDraft('reward', () => setOpen('new'));
  const source = useCallback((filter: CaseFilter) => ledgerSource({
    rows: (window: { offset: number; limit: number; sort: SortOrder<SortField> }) => api.staff.listRewardCases({ filter, ...window }),
    rowsIn: (rows) => rows,
    count: api.staff.countRewardCases({ filter }),
    countIn: ({ count }) => count,
  }), []);
  const search = useMemo(() => ({ label: formatMessage({ id: 'reward.search' }), of: (filter: CaseFilter) => filter.text, put: (filter: CaseFilter, text: string) => ({ ...filter, text: text.slice(0, 50) }) }), [formatMessage]);
  return (
    <Page
      wide
      title={formatMessage({ id: 'reward.title' })}
      figure={sum && formatMessage({ id: 'reward.figure' }, { rewards: sum.rewards, penalties: sum.penalties, waiting: sum.waiting })}
      actions={<Group gap="xs"><PlaceLink to="/staff/reward-rules"><FormattedMessage id="reward.rules" /></PlaceLink>{mayEdit && <Button size="xs" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setOpen('new')}><FormattedMessage id="reward.new" /></Button>}</Group>}
    >
      <LedgerTable id="staff.rewards" label={formatMessage({ id: 'reward.list' })} columns={columns} source={source} filterSchema={caseFilterSchema} filters={filters} search={search} sort={NEWEST} nameOf={({ memberName, happenedOn }) => `${memberName} ${happenedOn}`} peek={(row) => <RowPeek row={row} columns={columns} entity="reward_case" codeTables={{ form: 'reward-form' }}><Standing row={row} onAct={(act) => setOpen({ act, row })} /></RowPeek>} exportAs={EXPORT} empty={nothingYet('reward.none', 'reward.none-next')} />
      {open === 'new' && <NominateDrawer onClosed={() => setOpen(null)} />}
      {open !== null && open !== 'new' && open.act === 'decide' && <DecideDialog row={open.row} onClose={() => setOpen(null)} />}
      {open !== null && open !== 'new' && open.act === 'letter' && <PaperPreview paper={letterOf(open.row)} onClose={() => setOpen(null)} />}
    </Page>
  );
}

/** What a case rests on, who has to decide it with the button for whoever may, and the letter once it is approved. */
function Standing({ row, onAct }: { readonly row: CaseRow; readonly onAct: (act: 'decide' | 'letter') => void }) {
  const mayOpen = useMay()('assessment.read');
  return (
    <Stack gap={6} align="start">
      {row.sheetId !== null && mayOpen && <PlaceLink to={`/assessment/sheets/${row.sheetId}`} size="sm" underline="always"><FormattedMessage id="reward.to-sheet" /></PlaceLink>}
      {row.isOverturned && <Alert color="red" variant="light" p="xs" icon={<IconAlertTriangle size={18} aria-hidden />}><FormattedMessage id="reward.overturned" /></Alert>}
      {row.status === 'proposed' && <Text size="sm">{row.chain.length === 0 ? <FormattedMessage id="reward.no-chain" /> : <FormattedMessage id="reward.waits-for" values={{ names: row.chain.join(' / ') }} />}</Text>}
      {row.mayDecide && <Button size="xs" onClick={() => onAct('decide')}><FormattedMessage id="reward.decide" /></Button>}
      {row.status === 'approved' && <Button size="xs" variant="default" leftSection={<IconPrinter size={16} aria-hidden />} onClick={() => onAct('letter')}><FormattedMessage id="reward.letter-print" /></Button>}
    </Stack>
  );
}

function DecideDialog({ row, onClose }: { readonly row: CaseRow; readonly onClose: () => void }) {
  const { formatMessage } = useIntl();
  const answers = (['approve', 'refuse'] as const).map((value) => ({ value, label: formatMessage({ id: `candidate.decide-${value}` }) }));
  return (
    <ActDialog
      title={formatMessage({ id: 'reward.decide-title' }, { name: row.memberName, rule: row.ruleName })}
      consequence={row.facts}
      confirmLabel={formatMessage({ id: 'reward.decide' })}
      initialValues={{ answer: 'approve', decision: '' }}
      fields={[{ kind: 'pick', name: 'answer', options: answers, required: true, wide: true }, { kind: 'area', name: 'decision', required: true, max: 300 }]}
      labelOf={(field) => formatMessage({ id: field === 'answer' ? 'candidate.answer' : 'candidate.answer-words' })}
      inputOf={({ answer, decision }) => ({ id: row.id, version: row.version, approve: answer === 'approve', decision })}
      schema={decideCaseSchema}
      act={api.staff.decideReward()}
      onClose={onClose}
    />
  );
}
