import { MultiSelect, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import { useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useGoTo } from '#renderer/components/link/use-go-to.ts';
import { DayInput } from '#renderer/components/record-form/DayInput.tsx';
import { RecordDrawer } from '#renderer/components/record-form/RecordDrawer.tsx';
import { localToday } from '#renderer/components/record-form/typed-day.ts';
import { useRecordForm, type RecordForm } from '#renderer/components/record-form/use-record-form.ts';
import { messageId } from '#renderer/i18n/messages.ts';
import type { Failure } from '#shared/errors/app-error.ts';
import { campaignChangeSchema, campaignDraftSchema, type CampaignDraft, type CampaignSheet } from '#shared/modules/grid/register/count/count.schema.ts';
import { useGridOptions } from '../../territory/use-grid-options.ts';
import { countPlace } from './count-places.ts';

/** As typed: days may still be empty. */
type Values = Omit<CampaignDraft, 'startsOn' | 'endsOn'> & { startsOn: string | null; endsOn: string | null };
const draftOf = (values: Values): CampaignDraft => ({ ...values, startsOn: values.startsOn ?? '', endsOn: values.endsOn ?? '' });
const fieldOf = ({ code }: Failure): keyof Values | null => (code === 'count/no-doors' ? 'gridIds' : null);

export function NewCampaignDrawer({ onClosed }: { readonly onClosed: () => void }) {
  const { formatMessage } = useIntl();
  const goTo = useGoTo();
  const record = useRecordForm({
    draftKey: 'count/new',
    initialValues: { name: '', startsOn: localToday(), endsOn: null, gridIds: [], note: '' } as Values, // widened: days are typed later
    inputOf: draftOf,
    schema: campaignDraftSchema,
    save: api.grid.createCountCampaign(),
    fieldOf,
    onSaved: ({ id }) => goTo(countPlace(id)),
  });
  return <CampaignForm title={formatMessage({ id: 'count.new' })} record={record} isNew onClosed={onClosed} />;
}

export function EditCampaignDrawer({ campaign, onClosed }: { readonly campaign: CampaignSheet; readonly onClosed: () => void }) {
  const { formatMessage } = useIntl();
  const { id, version, name, startsOn, endsOn, gridIds, note } = campaign;
  const record = useRecordForm({
    draftKey: `count/${id}`,
    initialValues: { name, startsOn, endsOn, gridIds, note } as Values, // widened as above
    inputOf: (values) => {
      const { gridIds: _stay, ...change } = draftOf(values);
      return { id, version, ...change };
    },
    schema: campaignChangeSchema,
    save: api.grid.updateCountCampaign(),
    fieldOf,
    onSaved: () => undefined,
  });
  return <CampaignForm title={formatMessage({ id: 'count.edit' })} record={record} isNew={false} onClosed={onClosed} />;
}

type CampaignFormProps = { readonly title: string; readonly record: RecordForm<Values>; readonly isNew: boolean; readonly onClosed: () => void };

function CampaignForm({ title, record, isNew, onClosed }: CampaignFormProps) {
  const { formatMessage } = useIntl();
  const grids = useGridOptions();
  const labelOf = (field: string): string => formatMessage({ id: messageId(`count.field.${field}`) });
  const { form } = record;
  const field = (name: keyof Values) => ({ label: labelOf(name), ...form.getInputProps(name) });
  return (
    <RecordDrawer title={title} record={record} labelOf={labelOf} onClosed={onClosed} size="34rem">
      <Stack gap="sm">
        <TextInput {...field('name')} key={form.key('name')} required maxLength={60} data-autofocus />
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="sm">
          <DayInput {...field('startsOn')} key={form.key('startsOn')} required />
          <DayInput {...field('endsOn')} key={form.key('endsOn')} required />
        </SimpleGrid>
        {isNew && <MultiSelect {...field('gridIds')} key={form.key('gridIds')} data={grids} required searchable clearable comboboxProps={{ transitionProps: { duration: 0 } }} />}
        <Textarea {...field('note')} key={form.key('note')} autosize minRows={2} maxLength={300} />
      </Stack>
    </RecordDrawer>
  );
}
