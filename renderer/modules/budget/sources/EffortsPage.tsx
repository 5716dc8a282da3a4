import { Button, NumberInput, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useMay } from '#renderer/app/session.ts';
import { ledgerSource, type LedgerColumn, type LedgerFilter, type SortOrder } from '#renderer/components/ledger/ledger-list.ts';
import { DayInput } from '#renderer/components/record-form/DayInput.tsx';
import { localToday } from '#renderer/components/record-form/typed-day.ts';
import { DayText } from '#renderer/components/time/DayText.tsx';
import { messageId } from '#renderer/i18n/messages.ts';
import { effortFilterSchema, type EffortFilter, type EffortRow } from '#shared/modules/budget/sources/source.schema.ts';
import { BudgetLedger } from '../parts/BudgetLedger.tsx';
import { yearFilter } from '../parts/filters.tsx';
import { MoneyInput } from '../parts/MoneyInput.tsx';
import { useYuan } from '../parts/yuan.ts';
import { ActDialog } from '../requests/acts/ActDialog.tsx';

const NEWEST = { field: 'doneOn', direction: 'desc' } as const;
const MINUTES = 60;
const USUAL_HOUR_FEN = 2000;

const source = (filter: EffortFilter) =>
  ledgerSource({
    rows: (window: { offset: number; limit: number; sort: SortOrder<'doneOn'> }) => api.budget.listEfforts({ filter, ...window }),
    rowsIn: (rows) => rows,
    count: api.budget.countEfforts({ filter }),
    countIn: ({ count }) => count,
  });

/** Time given by volunteers and its agreed worth: saved, not received, and never counted with cash. */
export default function EffortsPage() {
  const { formatMessage, formatNumber } = useIntl();
  const mayRecord = useMay()('volunteer-value.record');
  const yuan = useYuan();
  const [isNew, setNew] = useState(false);
  const columns = useMemo((): readonly LedgerColumn<EffortRow, 'doneOn'>[] => {
    const title = (field: string) => formatMessage({ id: messageId(`budget.field.${field}`) });
    return [
      { id: 'doneOn', title: title('doneOn'), width: 135, leading: true, sort: 'doneOn', text: (row) => row.doneOn, cell: (row) => <DayText day={row.doneOn} /> },
      { id: 'what', title: title('what'), width: 220, text: (row) => row.what },
      { id: 'people', title: title('people'), width: 75, figures: true, text: (row) => formatNumber(row.people) },
      { id: 'hours', title: title('hours'), width: 120, figures: true, text: (row) => formatNumber(row.minutes / MINUTES, { maximumFractionDigits: 1 }) },
      { id: 'hourYuan', title: title('hourFen'), width: 165, figures: true, text: (row) => yuan(row.hourFen) },
      { id: 'value', title: title('value'), width: 115, figures: true, text: (row) => yuan(row.valueFen) },
    ];
  }, [formatMessage, formatNumber, yuan]);
  const filters = useMemo((): readonly LedgerFilter<EffortFilter>[] => [yearFilter({ label: formatMessage({ id: 'budget.field.year' }), of: (filter: EffortFilter) => filter.year, put: (filter, year) => ({ ...filter, year }) })], [formatMessage]);
  return (
    <BudgetLedger
      list="budget.efforts" title="budget.efforts" columns={columns} source={source} filterSchema={effortFilterSchema} filters={filters} sort={NEWEST} nameOf={({ doneOn, what }) => `${doneOn} ${what}`} emptyNext="budget.efforts.empty-next"
      actions={mayRecord && <Button size="xs" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setNew(true)}><FormattedMessage id="budget.effort.new" /></Button>}
    >
      {isNew && <EffortDialog onClose={() => setNew(false)} />}
    </BudgetLedger>
  );
}

function EffortDialog({ onClose }: { readonly onClose: () => void }) {
  const { formatMessage } = useIntl();
  const [doneOn, setDoneOn] = useState<string | null>(localToday());
  const [what, setWhat] = useState('');
  const [people, setPeople] = useState<number | null>(null);
  const [hours, setHours] = useState<number | null>(null);
  const [hourFen, setHourFen] = useState<number | null>(USUAL_HOUR_FEN);
  const isComplete = doneOn !== null && what.trim().length >= 2 && people !== null && hours !== null && hours > 0 && hourFen !== null && hourFen > 0;
  return (
    <ActDialog title={formatMessage({ id: 'budget.effort.new' })} consequence={formatMessage({ id: 'budget.effort.consequence' })} confirm={formatMessage({ id: 'common.save' })} save={api.budget.recordEffort()} input={() => (isComplete ? { doneOn, what: what.trim(), people, minutes: Math.round(hours * MINUTES), hourFen } : null)} onClose={onClose}>
      <TextInput label={formatMessage({ id: 'budget.field.what' })} required maxLength={200} data-autofocus value={what} onChange={(event) => setWhat(event.currentTarget.value)} />
      <DayInput label={formatMessage({ id: 'budget.field.doneOn' })} required value={doneOn} onChange={setDoneOn} />
      <NumberInput label={formatMessage({ id: 'budget.field.people' })} required min={1} max={5000} allowDecimal={false} value={people ?? ''} onChange={(value) => setPeople(typeof value === 'number' ? value : null)} />
      <NumberInput label={formatMessage({ id: 'budget.field.hours' })} required min={0} decimalScale={1} value={hours ?? ''} onChange={(value) => setHours(typeof value === 'number' ? value : null)} />
      <MoneyInput label={formatMessage({ id: 'budget.field.hourFen' })} required defaultFen={USUAL_HOUR_FEN} onFen={setHourFen} />
    </ActDialog>
  );
}
