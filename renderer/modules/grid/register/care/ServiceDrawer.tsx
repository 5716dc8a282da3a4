import { SimpleGrid, Stack, TagsInput, Textarea, TextInput } from '@mantine/core';
import { useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useSession } from '#renderer/app/session.ts';
import { CodeSelect } from '#renderer/components/record-form/CodeSelect.tsx';
import { DayInput } from '#renderer/components/record-form/DayInput.tsx';
import { RecordDrawer } from '#renderer/components/record-form/RecordDrawer.tsx';
import { localToday } from '#renderer/components/record-form/typed-day.ts';
import { useRecordForm, type RecordForm } from '#renderer/components/record-form/use-record-form.ts';
import { messageId } from '#renderer/i18n/messages.ts';
import type { Failure } from '#shared/errors/app-error.ts';
import { serviceChangeSchema, serviceDraftSchema, type ServiceDraft, type ServiceRow } from '#shared/modules/grid/register/care/care.schema.ts';
import { PeopleSelect } from './PeopleSelect.tsx';

type Person = { readonly id: string; readonly name: string };
/** As typed: the day may still be empty. */
type Values = Omit<ServiceDraft, 'servedOn'> & { servedOn: string | null };
const fieldOf = ({ code }: Failure): keyof Values | null => (code === 'care/not-begun' ? 'servedOn' : null);

/** A service just done; begun from a person's sheet it is already for that person. */
export function NewServiceDrawer({ people, onClosed }: { readonly people: readonly Person[]; readonly onClosed: () => void }) {
  const { formatMessage } = useIntl();
  const { displayName } = useSession();
  const record = useRecordForm({
    draftKey: 'service/new',
    initialValues: { servedOn: localToday(), place: '', kind: 'visit', staff: [displayName], personIds: people.map(({ id }) => id), content: '', followUp: '', nextVisitOn: null } as Values, // widened: null and text are typed later
    inputOf: (values) => ({ ...values, servedOn: values.servedOn ?? '' }),
    schema: serviceDraftSchema,
    save: api.grid.recordService(),
    fieldOf,
    onSaved: () => undefined,
  });
  return <ServiceForm title={formatMessage({ id: 'services.new' })} record={record} people={people} isNew onClosed={onClosed} />;
}

export function EditServiceDrawer({ service, onClosed }: { readonly service: ServiceRow; readonly onClosed: () => void }) {
  const { formatMessage } = useIntl();
  const { id, version, personNames, updatedAt: _at, ...values } = service;
  const record = useRecordForm({
    draftKey: `service/${id}`,
    initialValues: { ...values, nextVisitOn: null } as Values, // widened as above
    inputOf: ({ nextVisitOn: _next, ...typed }) => ({ id, version, ...typed, servedOn: typed.servedOn ?? '' }),
    schema: serviceChangeSchema,
    save: api.grid.updateService(),
    fieldOf,
    onSaved: () => undefined,
  });
  return <ServiceForm title={formatMessage({ id: 'services.edit' })} record={record} people={service.personIds.map((one, at) => ({ id: one, name: personNames[at] ?? '' }))} isNew={false} onClosed={onClosed} />;
}

type ServiceFormProps = { readonly title: string; readonly record: RecordForm<Values>; readonly people: readonly Person[]; readonly isNew: boolean; readonly onClosed: () => void };

function ServiceForm({ title, record, people, isNew, onClosed }: ServiceFormProps) {
  const { formatMessage } = useIntl();
  const labelOf = (field: string): string => formatMessage({ id: messageId(`services.field.${field}`) });
  const { form } = record;
  const field = (name: keyof Values) => ({ label: labelOf(name), ...form.getInputProps(name) });
  return (
    <RecordDrawer title={title} record={record} labelOf={labelOf} onClosed={onClosed} size="34rem">
      <Stack gap="sm">
        <PeopleSelect label={labelOf('personIds')} description={formatMessage({ id: 'services.people-hint' })} chosen={people} error={form.errors['personIds']} onChange={(ids) => form.setFieldValue('personIds', ids, { forceUpdate: false })} />
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="sm">
          <DayInput {...field('servedOn')} key={form.key('servedOn')} required maxDate={localToday()} />
          <CodeSelect {...field('kind')} key={form.key('kind')} table="service-kind" isFixed required />
        </SimpleGrid>
        <TagsInput {...field('staff')} key={form.key('staff')} description={formatMessage({ id: 'services.staff-hint' })} maxTags={30} required />
        <TextInput {...field('place')} key={form.key('place')} maxLength={100} />
        <Textarea {...field('content')} key={form.key('content')} autosize minRows={3} maxLength={1000} required data-autofocus />
        <Textarea {...field('followUp')} key={form.key('followUp')} autosize minRows={1} maxLength={300} />
        {isNew && <DayInput {...field('nextVisitOn')} key={form.key('nextVisitOn')} description={formatMessage({ id: 'services.settles' })} minDate={localToday()} />}
      </Stack>
    </RecordDrawer>
  );
}
