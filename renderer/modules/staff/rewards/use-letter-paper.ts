import { useIntl } from 'react-intl';
import { useSession } from '#renderer/app/session.ts';
import { useCodes } from '#renderer/components/codes/use-codes.ts';
import type { Paper } from '#renderer/components/paper/PaperPreview.tsx';
import { messageId } from '#renderer/i18n/messages.ts';
import type { CaseRow } from '#shared/modules/staff/rewards/reward.schema.ts';
import { yuanOf } from '../fen.ts';

/** The notice letter of an approved reward or penalty: to whom, for what, under which rule, what follows, who decided, and a line to sign on receipt (domain.md M6). */
export function useLetterPaper(): (row: CaseRow) => Paper {
  const { formatMessage, formatDate, formatNumber } = useIntl();
  const { communityName } = useSession();
  const { labelOf: form } = useCodes('reward-form');
  const { labelOf: grade } = useCodes('staff-grade');
  const day = (text: string): string => formatDate(`${text}T00:00:00Z`, { dateStyle: 'long', timeZone: 'UTC' });
  const fact = (field: 'ruleId' | 'form' | 'amountFen' | 'grade' | 'ground' | 'deciderName' | 'decision', value: string) => (value === '' ? [] : [{ label: formatMessage({ id: `reward_case.field.${field}` }), value }]);
  return (row) => ({
    title: formatMessage({ id: `reward.letter.${row.kind}` }), entity: 'reward_case', entityId: row.id, rows: 1, asksReason: false, startsLandscape: false,
    blocks: [
      { kind: 'large', heading: '', rows: [{ label: formatMessage({ id: 'reward.letter.to' }), value: [row.memberName, row.gridName].filter(Boolean).join(' · ') }] },
      { kind: 'text', heading: formatMessage({ id: 'reward_case.field.facts' }), lines: [formatMessage({ id: 'reward.letter.facts' }, { day: day(row.happenedOn), facts: row.facts })] },
      {
        kind: 'facts',
        heading: formatMessage({ id: 'reward.letter.decided' }),
        facts: [
          ...fact('ruleId', `${row.ruleName}（${row.ruleBasis}）`),
          ...fact('form', form(row.form)),
          ...fact('amountFen', row.amountFen === 0 ? '' : formatNumber(yuanOf(row.amountFen), { style: 'currency', currency: 'CNY' })),
          ...fact('grade', row.gradeWas === row.gradeBecomes ? '' : `${grade(row.gradeWas) || '—'} → ${grade(row.gradeBecomes)}`),
          ...fact('ground', row.sheetId === null ? '' : `${row.planTitle} · ${formatMessage({ id: messageId(`assessment.band.${row.band}`) })}`),
          ...fact('deciderName', row.deciderName),
          ...fact('decision', row.decision),
        ],
      },
      { kind: 'text', heading: '', lines: ['　', formatMessage({ id: 'reward.letter.sign' }, { unit: communityName, day: row.decidedOn === null ? '' : day(row.decidedOn) }), '　', formatMessage({ id: 'reward.letter.receipt' })] },
    ],
  });
}
