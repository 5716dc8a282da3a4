import { useIntl } from 'react-intl';
import { useSession } from '#renderer/app/session.ts';
import type { Paper } from '#renderer/components/paper/PaperPreview.tsx';
import { messageId } from '#renderer/i18n/messages.ts';
import { budgetOf, executionPermille } from '#shared/modules/budget/ledger/ledger.rules.ts';
import { capitalAmount } from '#shared/modules/budget/ledger/money.rules.ts';
import type { LineRow, YearPage } from '#shared/modules/budget/year/year.schema.ts';
import { usePercent, usePlainYuan } from '../parts/yuan.ts';

type Column = { readonly id: string; readonly of: (line: LineRow) => number };
const COLUMNS: readonly Column[] = [
  { id: 'lastYear', of: ({ lastYearFen }) => lastYearFen },
  { id: 'asked', of: ({ figures }) => figures.asked },
  { id: 'approved', of: ({ figures }) => figures.approved },
  { id: 'adjusted', of: ({ figures }) => figures.adjusted },
  { id: 'carriedIn', of: ({ figures }) => figures.carriedIn - figures.carriedOut },
  { id: 'committed', of: ({ figures }) => figures.committed + figures.reserved },
  { id: 'spent', of: ({ figures }) => figures.spent },
  { id: 'free', of: ({ figures }) => figures.free },
];

/** A place that is filled in on the paper itself. */
const BY_HAND = '\u3000';

/** The year's table as offices hand it in: head with unit and signatures, cash and goods apart, sums, the budget in capital figures. */
export function useYearPaper(page: YearPage): Paper {
  const { formatMessage } = useIntl();
  const percent = usePercent();
  const plain = usePlainYuan();
  const { communityName } = useSession();
  const say = (id: string): string => formatMessage({ id: messageId(id) });
  const year = String(page.year.year);
  const columns = [{ title: say('budget.field.code'), width: 2 }, { title: say('budget.field.lineName'), width: 5 }, ...COLUMNS.map(({ id }) => ({ title: say(`budget.column.${id}`), width: 4, figures: true })), { title: say('budget.column.rate'), width: 3, figures: true }];
  const table = (form: LineRow['form'], heading: string) => {
    const lines = page.lines.filter((line) => line.form === form);
    if (lines.length === 0) return [];
    const sum = ['', say('budget.year.sum'), ...COLUMNS.map(({ of }) => plain(lines.reduce((total, line) => total + of(line), 0))), ''];
    return [{ kind: 'table' as const, heading, columns, rows: [...lines.map((line) => [line.code, line.name, ...COLUMNS.map(({ of }) => plain(of(line))), percent(executionPermille(line.figures))]), sum] }];
  };
  const whole = page.lines.filter(({ form }) => form === 'cash').reduce((sum, { figures }) => sum + budgetOf(figures), 0);
  return {
    title: formatMessage({ id: page.year.closedAt === null ? 'budget.paper.year' : 'budget.paper.year-settled' }, { year }),
    entity: 'budget_year', entityId: page.year.id, rows: page.lines.length, asksReason: false, startsLandscape: true,
    blocks: [
      { kind: 'facts', heading: '', facts: [{ label: say('budget.paper.unit'), value: communityName }, { label: say('budget.paper.money-unit'), value: say('budget.paper.yuan') }, { label: say('budget.paper.total'), value: plain(whole) }, { label: say('budget.field.capital'), value: capitalAmount(whole) }] },
      ...table('cash', say('budget.paper.cash')),
      ...table('in-kind', say('budget.paper.in-kind')),
      { kind: 'facts', heading: '', facts: [{ label: say('budget.paper.filled-by'), value: BY_HAND }, { label: say('budget.paper.checked-by'), value: BY_HAND }, { label: say('budget.paper.head'), value: BY_HAND }, { label: say('budget.paper.day'), value: BY_HAND }] },
    ],
  };
}
