import { MultiSelect, NumberInput, Select, SimpleGrid, Stack, Table, Text, Textarea, TextInput } from '@mantine/core';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useCodes } from '#renderer/components/codes/use-codes.ts';
import { DayInput } from '#renderer/components/record-form/DayInput.tsx';
import { RecordDrawer } from '#renderer/components/record-form/RecordDrawer.tsx';
import { localToday } from '#renderer/components/record-form/typed-day.ts';
import { useRecordForm, type RecordForm } from '#renderer/components/record-form/use-record-form.ts';
import { messageId } from '#renderer/i18n/messages.ts';
import type { Failure } from '#shared/errors/app-error.ts';
import { subjectKinds } from '#shared/modules/training-assessment/assessment/indicator.rules.ts';
import { planChangeSchema, planDraftSchema, type BandFloor, type PlanDraft, type PlanSheet } from '#shared/modules/training-assessment/assessment/plan.schema.ts';
import { PointsInput } from '../PointsInput.tsx';

/** As typed: days may still be empty. */
type Day = 'fromOn' | 'untilOn' | 'selfUntil' | 'superiorUntil';
type Values = Omit<PlanDraft, Day> & Record<Day, string | null>;
const draftOf = ({ fromOn, untilOn, selfUntil, superiorUntil, ...values }: Values): PlanDraft => ({ ...values, fromOn: fromOn ?? '', untilOn: untilOn ?? '', selfUntil: selfUntil ?? '', superiorUntil: superiorUntil ?? '' });
const fieldOf = ({ code }: Failure): keyof Values | null => (code === 'assessment/bands-out-of-order' ? 'bands' : code === 'assessment/children-exceed' ? 'fullScore' : code === 'assessment/indicator-unsuited' ? 'subjectKind' : null);

/** Of a thousand points: 900, 850, 800 (domain.md 3.4). */
const BANDS: readonly BandFloor[] = [
  { band: 'excellent', floor: 90_000, follows: [{ code: 'reward', inRow: 1 }] },
  { band: 'good', floor: 85_000, follows: [] },
  { band: 'pass', floor: 80_000, follows: [{ code: 'training', inRow: 1 }] },
  { band: 'fail', floor: 0, follows: [{ code: 'talk', inRow: 1 }, { code: 'exit', inRow: 2 }] },
];

export function NewPlanDrawer({ onSaved, onClosed }: { readonly onSaved: (plan: PlanSheet) => void; readonly onClosed: () => void }) {
  const { formatMessage } = useIntl();
  const year = Number(localToday().slice(0, 4));
  const record = useRecordForm({
    draftKey: 'assessment-plan/new',
    initialValues: { title: '', year, subjectKind: 'member', fromOn: `${String(year)}-01-01`, untilOn: `${String(year)}-12-31`, fullScore: 100_000, selfUntil: `${String(year)}-12-10`, superiorUntil: `${String(year)}-12-25`, appealDays: 5, leastPeers: 3, leastResidents: 20, note: '', bands: [...BANDS] } as Values, // widened: days are typed later
    inputOf: draftOf,
    schema: planDraftSchema,
    save: api.trainingAssessment.createPlan(),
    fieldOf,
    onSaved,
  });
  return <PlanForm title={formatMessage({ id: 'assessment.plan.new' })} record={record} onClosed={onClosed} />;
}

export function EditPlanDrawer({ plan, onClosed }: { readonly plan: PlanSheet; readonly onClosed: () => void }) {
  const { formatMessage } = useIntl();
  const { id, version, items: _items, state: _state, enabledAt: _at, copiedFromId: _from, sheets: _sheets, archived: _archived, updatedAt: _updated, ...values } = plan;
  const record = useRecordForm({ draftKey: `assessment-plan/${id}`, initialValues: values as Values, inputOf: (typed) => ({ id, version, ...draftOf(typed) }), schema: planChangeSchema, save: api.trainingAssessment.updatePlan(), fieldOf, onSaved: () => undefined }); // widened as above
  return <PlanForm title={formatMessage({ id: 'assessment.plan.edit' })} record={record} onClosed={onClosed} />;
}

function PlanForm({ title, record, onClosed }: { readonly title: string; readonly record: RecordForm<Values>; readonly onClosed: () => void }) {
  const { formatMessage } = useIntl();
  const labelOf = (field: string): string => formatMessage({ id: messageId(`assessment.field.${field === 'fullScore' ? 'full' : field}`) });
  const { form } = record;
  const field = (name: keyof Values) => ({ label: labelOf(name), ...form.getInputProps(name) });
  const count = (name: 'year' | 'appealDays' | 'leastPeers' | 'leastResidents') => ({ ...field(name), hideControls: true, allowDecimal: false, required: true });
  return (
    <RecordDrawer title={title} record={record} labelOf={labelOf} onClosed={onClosed} size="46rem">
      <Stack gap="sm">
        <TextInput {...field('title')} key={form.key('title')} required maxLength={80} data-autofocus />
        <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm" verticalSpacing="sm">
          <Select {...field('subjectKind')} key={form.key('subjectKind')} required allowDeselect={false} data={subjectKinds.map((kind) => ({ value: kind, label: formatMessage({ id: `assessment.kind.${kind}` }) }))} comboboxProps={{ transitionProps: { duration: 0 } }} />
          <NumberInput {...count('year')} key={form.key('year')} thousandSeparator="" />
          <PointsInput label={labelOf('fullScore')} error={form.errors['fullScore']} key={form.key('fullScore')} required score={form.getValues().fullScore} onScore={(score) => form.setFieldValue('fullScore', score ?? 0, { forceUpdate: false })} />
          <DayInput {...field('fromOn')} key={form.key('fromOn')} required />
          <DayInput {...field('untilOn')} key={form.key('untilOn')} required />
          <NumberInput {...count('appealDays')} key={form.key('appealDays')} min={1} max={60} />
          <DayInput {...field('selfUntil')} key={form.key('selfUntil')} required />
          <DayInput {...field('superiorUntil')} key={form.key('superiorUntil')} required />
          <span />
          <NumberInput {...count('leastPeers')} key={form.key('leastPeers')} min={3} max={50} description={formatMessage({ id: 'assessment.least-peers-hint' })} />
          <NumberInput {...count('leastResidents')} key={form.key('leastResidents')} min={1} max={10_000} />
        </SimpleGrid>
        <BandsField record={record} />
        <Textarea {...field('note')} key={form.key('note')} autosize minRows={2} maxLength={500} />
      </Stack>
    </RecordDrawer>
  );
}

const keyOf = ({ code, inRow }: BandFloor['follows'][number]): string => `${code}/${String(inRow)}`;
const followOf = (key: string): BandFloor['follows'][number] => ({ code: key.split('/')[0] ?? '', inRow: Number(key.split('/')[1]) });

/** From which total each band begins and what is proposed for it. */
function BandsField({ record: { form } }: { readonly record: RecordForm<Values> }) {
  const { formatMessage } = useIntl();
  const { options } = useCodes('assessment-follow');
  const bands = form.getValues().bands;
  const choices = options.flatMap(({ value, label }) => [1, 2].map((inRow) => ({ value: keyOf({ code: value, inRow }), label: inRow === 1 ? label : formatMessage({ id: 'assessment.follow-in-row' }, { follow: label, count: inRow }) })));
  const put = (at: number, values: Partial<BandFloor>): void => form.setFieldValue('bands', form.getValues().bands.map((one, no) => (no === at ? { ...one, ...values } : one)), { forceUpdate: false });
  return (
    <div>
      <Text size="sm" fw={500}><FormattedMessage id="assessment.field.bands" /></Text>
      {form.errors['bands'] !== undefined && <Text size="xs" c="red" role="alert">{form.errors['bands']}</Text>}
      <Table verticalSpacing={4}>
        <Table.Thead><Table.Tr><Table.Th scope="col"><FormattedMessage id="assessment.field.band" /></Table.Th><Table.Th scope="col" w={110}><FormattedMessage id="assessment.field.floor" /></Table.Th><Table.Th scope="col"><FormattedMessage id="assessment.field.follows" /></Table.Th></Table.Tr></Table.Thead>
        <Table.Tbody>
          {bands.map(({ band, floor, follows }, at) => (
            <Table.Tr key={band}>
              <Table.Td>{formatMessage({ id: `assessment.band.${band}` })}</Table.Td>
              <Table.Td><PointsInput size="xs" aria-label={formatMessage({ id: 'assessment.floor-of' }, { band: formatMessage({ id: `assessment.band.${band}` }) })} score={floor} onScore={(score) => put(at, { floor: score ?? 0 })} /></Table.Td>
              <Table.Td><MultiSelect size="xs" aria-label={formatMessage({ id: 'assessment.follows-of' }, { band: formatMessage({ id: `assessment.band.${band}` }) })} data={choices} defaultValue={follows.map(keyOf)} maxValues={8} onChange={(keys) => put(at, { follows: keys.map(followOf) })} comboboxProps={{ transitionProps: { duration: 0 } }} /></Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
