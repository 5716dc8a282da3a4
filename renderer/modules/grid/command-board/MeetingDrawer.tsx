import { MultiSelect, SimpleGrid, Stack, TagsInput, Textarea, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useSession } from '#renderer/app/session.ts';
import { DayInput } from '#renderer/components/record-form/DayInput.tsx';
import { PickSelect } from '#renderer/components/record-form/PickSelect.tsx';
import { RecordDrawer } from '#renderer/components/record-form/RecordDrawer.tsx';
import { localToday } from '#renderer/components/record-form/typed-day.ts';
import { useRecordForm } from '#renderer/components/record-form/use-record-form.ts';
import { messageId } from '#renderer/i18n/messages.ts';
import { meetingDraftSchema, type MeetingDraft } from '#shared/modules/grid/command-board/command-board.schema.ts';
import { matterFilterSchema, type UnitRef } from '#shared/modules/grid/matters/matter.schema.ts';
import { stateWords, unitKey, unitOf, unitWords } from '../matters/matter-words.ts';

type Values = { matters: { id: string; version: number }[]; heldOn: string | null; place: string; present: string[]; minutes: string; lead: string | null; others: string[] };

const PAUSE_MS = 200;
const CANDIDATES = 20;
/** States from which the machine lets a matter go to a joint handling. */
const JOINABLE = ['filed', 'handling'] as const;
/** A unit that was not chosen yet is no unit; the schema names the field. */
const NO_UNIT: UnitRef = { kind: 'department', id: '' };

const draftOf = (values: Values): MeetingDraft => ({ ...values, heldOn: values.heldOn ?? '', lead: unitOf(values.lead) ?? NO_UNIT, others: values.others.flatMap((key) => unitOf(key) ?? []) });

/** A meeting of several units: which matters, who was there, what was said, and the one unit that leads. */
export function MeetingDrawer({ onClosed }: { readonly onClosed: () => void }) {
  const intl = useIntl();
  const { displayName } = useSession();
  const labelOf = (field: string): string => intl.formatMessage({ id: messageId(`meetings.field.${field}`) });
  const { data: units = [] } = useQuery(api.grid.listMatterUnits({}));
  const options = units.map((unit) => ({ value: unitKey(unit), label: unitWords(intl, unit) }));
  const record = useRecordForm({
    draftKey: 'meeting/new',
    initialValues: { matters: [], heldOn: localToday(), place: '', present: [displayName], minutes: '', lead: null, others: [] } as Values, // widened: all is typed later
    inputOf: draftOf,
    schema: meetingDraftSchema,
    save: api.grid.holdMeeting(),
    fieldOf: ({ code }) => (code === 'meeting/lies-ahead' ? 'heldOn' : null),
    onSaved: () => undefined,
  });
  const { form } = record;
  const field = (name: keyof Values) => ({ label: labelOf(name), ...form.getInputProps(name) });
  return (
    <RecordDrawer title={intl.formatMessage({ id: 'meetings.new' })} record={record} labelOf={labelOf} onClosed={onClosed} size="40rem">
      <Stack gap="sm">
        <MattersField label={labelOf('matters')} error={form.errors['matters']} onChange={(matters) => form.setFieldValue('matters', matters, { forceUpdate: false })} />
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="sm">
          <DayInput {...field('heldOn')} key={form.key('heldOn')} required maxDate={localToday()} />
          <TextInput {...field('place')} key={form.key('place')} maxLength={100} />
          <PickSelect {...field('lead')} key={form.key('lead')} kind="matter-unit" options={options} required />
          <MultiSelect {...field('others')} key={form.key('others')} data={options} searchable required comboboxProps={{ transitionProps: { duration: 0 } }} />
        </SimpleGrid>
        <TagsInput {...field('present')} key={form.key('present')} maxTags={60} required />
        <Textarea {...field('minutes')} key={form.key('minutes')} description={intl.formatMessage({ id: 'meetings.minutes-hint' })} autosize minRows={5} maxLength={3000} required />
      </Stack>
    </RecordDrawer>
  );
}

type MattersFieldProps = { readonly label: string; readonly error?: ReactNode; readonly onChange: (matters: Values['matters']) => void };

/** Matters that can go to a joint handling, found by number, words or place. */
function MattersField({ label, error, onChange }: MattersFieldProps) {
  const intl = useIntl();
  const [text, setText] = useState('');
  const [picked, setPicked] = useState<readonly { id: string; version: number; label: string }[]>([]);
  const [asked] = useDebouncedValue(text, PAUSE_MS);
  const { data = [] } = useQuery({ ...api.grid.listMatters({ filter: matterFilterSchema.parse({ text: asked.slice(0, 60), states: [...JOINABLE] }), limit: CANDIDATES }), placeholderData: keepPreviousData });
  const found = data.map((row) => ({ id: row.id, version: row.version, label: `${row.number} ${row.subject} · ${stateWords(intl, row.state)}` }));
  const options = [...picked, ...found.filter(({ id }) => !picked.some((one) => one.id === id))];
  return (
    <MultiSelect
      label={label}
      description={intl.formatMessage({ id: 'meetings.matters-hint' })}
      error={error}
      required
      searchable
      data-autofocus
      data={options.map(({ id, label: words }) => ({ value: id, label: words }))}
      value={picked.map(({ id }) => id)}
      filter={({ options: all }) => all}
      searchValue={text}
      onSearchChange={setText}
      nothingFoundMessage={intl.formatMessage({ id: 'record-form.nothing-found' })}
      comboboxProps={{ transitionProps: { duration: 0 } }}
      onChange={(ids) => {
        const next = ids.flatMap((id) => options.find((option) => option.id === id) ?? []);
        setPicked(next);
        setText('');
        onChange(next.map(({ id, version }) => ({ id, version })));
      }}
    />
  );
}
