import { Select, SimpleGrid, Stack, TagsInput, Textarea, TextInput } from '@mantine/core';
import { useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { DayInput } from '#renderer/components/record-form/DayInput.tsx';
import { RecordDrawer } from '#renderer/components/record-form/RecordDrawer.tsx';
import { localToday } from '#renderer/components/record-form/typed-day.ts';
import { useRecordForm } from '#renderer/components/record-form/use-record-form.ts';
import { messageId } from '#renderer/i18n/messages.ts';
import type { Failure } from '#shared/errors/app-error.ts';
import { addDays } from '#shared/kernel/calendar/working-days.rules.ts';
import { agreementForms, agreeSchema, followUpSchema, performances, sessionDraftSchema, signSchema, type Agree, type FollowUp, type MediationSheet, type SessionDraft } from '#shared/modules/grid/mediation/mediation.schema.ts';

type StepProps = { readonly sheet: MediationSheet; readonly onClosed: () => void };
type Typed<T extends { id: string; version: number }, D extends keyof T> = Omit<T, 'id' | 'version' | D> & Record<D, string | null>;

/** Agreements are looked after a month later unless something else is fixed. */
const FOLLOW_UP_DAYS = 30;

function useLabels() {
  const { formatMessage } = useIntl();
  const options = (prefix: string, values: readonly string[]) => values.map((value) => ({ value, label: formatMessage({ id: messageId(`${prefix}.${value}`) }) }));
  return { labelOf: (field: string): string => formatMessage({ id: messageId(`mediation.field.${field}`) }), options };
}
const onDay = (field: string) => ({ code }: Failure): string | null => (code === 'mediation/lies-ahead' || code === 'mediation/days-reversed' ? field : null);

/** One sitting: who was there, what was said, when the next one is. */
export function SessionDrawer({ sheet: { id, version, parties, mediators, place }, onClosed }: StepProps) {
  const { formatMessage } = useIntl();
  const { labelOf } = useLabels();
  type Values = Typed<SessionDraft, 'heldOn'>;
  const record = useRecordForm({
    draftKey: `mediation-session/${id}`,
    initialValues: { heldOn: localToday(), place, present: [...parties.map(({ name }) => name), ...mediators], content: '', nextSessionOn: null } as Values, // widened: days are typed later
    inputOf: (values) => ({ id, version, ...values, heldOn: values.heldOn ?? '' }),
    schema: sessionDraftSchema,
    save: api.grid.addMediationSession(),
    fieldOf: onDay('heldOn') as (failure: Failure) => 'heldOn' | null, // the one field it names
    onSaved: () => undefined,
  });
  const { form } = record;
  const field = (name: keyof Values) => ({ label: labelOf(name), ...form.getInputProps(name) });
  return (
    <RecordDrawer title={formatMessage({ id: 'mediation.session' })} record={record} labelOf={labelOf} onClosed={onClosed} size="34rem">
      <Stack gap="sm">
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="sm">
          <DayInput {...field('heldOn')} key={form.key('heldOn')} required maxDate={localToday()} />
          <TextInput {...field('place')} key={form.key('place')} maxLength={200} />
        </SimpleGrid>
        <TagsInput {...field('present')} key={form.key('present')} maxTags={40} required />
        <Textarea {...field('content')} key={form.key('content')} autosize minRows={4} maxLength={2000} required data-autofocus />
        <DayInput {...field('nextSessionOn')} key={form.key('nextSessionOn')} minDate={localToday()} />
      </Stack>
    </RecordDrawer>
  );
}

/** What was agreed; a written agreement then waits for its signatures. */
export function AgreeDrawer({ sheet: { id, version, agreement, performance }, onClosed }: StepProps) {
  const { formatMessage } = useIntl();
  const { labelOf, options } = useLabels();
  type Values = Typed<Agree, 'agreedOn' | 'followUpOn'>;
  const record = useRecordForm({
    draftKey: `mediation-agree/${id}`,
    initialValues: { form: 'written', agreedOn: localToday(), agreement, performance, performBy: null, followUpOn: addDays(localToday(), FOLLOW_UP_DAYS) } as Values, // widened as above
    inputOf: (values) => ({ id, version, ...values, agreedOn: values.agreedOn ?? '', followUpOn: values.followUpOn ?? '' }),
    schema: agreeSchema,
    save: api.grid.agreeMediation(),
    fieldOf: onDay('agreedOn') as (failure: Failure) => 'agreedOn' | null, // as above
    onSaved: () => undefined,
  });
  const { form } = record;
  const field = (name: keyof Values) => ({ label: labelOf(name), ...form.getInputProps(name) });
  return (
    <RecordDrawer title={formatMessage({ id: 'mediation.agree' })} record={record} labelOf={labelOf} onClosed={onClosed} size="38rem">
      <Stack gap="sm">
        <Textarea {...field('agreement')} key={form.key('agreement')} description={formatMessage({ id: 'mediation.agreement-hint' })} autosize minRows={5} maxLength={4000} required data-autofocus />
        <Textarea {...field('performance')} key={form.key('performance')} description={formatMessage({ id: 'mediation.performance-hint' })} autosize minRows={2} maxLength={1000} required />
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="sm">
          <Select {...field('form')} key={form.key('form')} data={options('mediation.form', agreementForms)} allowDeselect={false} comboboxProps={{ transitionProps: { duration: 0 } }} />
          <DayInput {...field('agreedOn')} key={form.key('agreedOn')} required maxDate={localToday()} />
          <DayInput {...field('performBy')} key={form.key('performBy')} />
          <DayInput {...field('followUpOn')} key={form.key('followUpOn')} required />
        </SimpleGrid>
      </Stack>
    </RecordDrawer>
  );
}

export function SignDrawer({ sheet: { id, version }, onClosed }: StepProps) {
  const { formatMessage } = useIntl();
  const { labelOf } = useLabels();
  const record = useRecordForm({
    draftKey: `mediation-sign/${id}`,
    initialValues: { signedOn: localToday() } as { signedOn: string | null }, // widened as above
    inputOf: (values) => ({ id, version, signedOn: values.signedOn ?? '' }),
    schema: signSchema,
    save: api.grid.signMediation(),
    fieldOf: onDay('signedOn') as (failure: Failure) => 'signedOn' | null, // as above
    onSaved: () => undefined,
  });
  const { form } = record;
  return (
    <RecordDrawer title={formatMessage({ id: 'mediation.sign' })} record={record} labelOf={labelOf} onClosed={onClosed} size="24rem">
      <DayInput label={labelOf('signedOn')} description={formatMessage({ id: 'mediation.sign-hint' })} {...form.getInputProps('signedOn')} key={form.key('signedOn')} required maxDate={localToday()} data-autofocus />
    </RecordDrawer>
  );
}

/** Whether an agreement is kept; without a next day the case is closed. */
export function FollowUpDrawer({ sheet: { id, version }, onClosed }: StepProps) {
  const { formatMessage } = useIntl();
  const { labelOf, options } = useLabels();
  type Values = Typed<FollowUp, 'heldOn'>;
  const record = useRecordForm({
    draftKey: `mediation-follow-up/${id}`,
    initialValues: { heldOn: localToday(), content: '', performed: 'kept', nextOn: null } as Values, // widened as above
    inputOf: (values) => ({ id, version, ...values, heldOn: values.heldOn ?? '' }),
    schema: followUpSchema,
    save: api.grid.followUpMediation(),
    fieldOf: onDay('heldOn') as (failure: Failure) => 'heldOn' | null, // as above
    onSaved: () => undefined,
  });
  const { form } = record;
  const field = (name: keyof Values) => ({ label: labelOf(name), ...form.getInputProps(name) });
  return (
    <RecordDrawer title={formatMessage({ id: 'mediation.follow-up' })} record={record} labelOf={labelOf} onClosed={onClosed} size="30rem">
      <Stack gap="sm">
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="sm">
          <DayInput {...field('heldOn')} key={form.key('heldOn')} required maxDate={localToday()} />
          <Select {...field('performed')} key={form.key('performed')} data={options('mediation.performed', performances)} allowDeselect={false} required comboboxProps={{ transitionProps: { duration: 0 } }} />
        </SimpleGrid>
        <Textarea {...field('content')} key={form.key('content')} autosize minRows={3} maxLength={1000} required data-autofocus />
        <DayInput {...field('nextOn')} key={form.key('nextOn')} description={formatMessage({ id: 'mediation.next-hint' })} minDate={localToday()} />
      </Stack>
    </RecordDrawer>
  );
}
