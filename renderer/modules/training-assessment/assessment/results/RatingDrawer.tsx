import { Rating, Select, SimpleGrid, Stack, Text, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { DayInput } from '#renderer/components/record-form/DayInput.tsx';
import { RecordDrawer } from '#renderer/components/record-form/RecordDrawer.tsx';
import { localToday } from '#renderer/components/record-form/typed-day.ts';
import { useRecordForm } from '#renderer/components/record-form/use-record-form.ts';
import { messageId } from '#renderer/i18n/messages.ts';
import { bodyFilterSchema } from '#shared/modules/grid/territory/bodies/body.schema.ts';
import { ratingDraftSchema, type RatingDraft } from '#shared/modules/training-assessment/assessment/two-way.schema.ts';
import { MatterSelect } from './MatterSelect.tsx';

/** As typed: department and day may still be empty. */
type Values = Omit<RatingDraft, 'departmentId' | 'ratedOn'> & { departmentId: string | null; ratedOn: string | null };
const inputOf = ({ departmentId, ratedOn, ...values }: Values): RatingDraft => ({ ...values, departmentId: departmentId ?? '', ratedOn: ratedOn ?? '' });

/** What a grid or the community says of a department over one matter. */
export function RatingDrawer({ onClosed }: { readonly onClosed: () => void }) {
  const { formatMessage } = useIntl();
  const departments = useQuery(api.grid.listBodies({ filter: bodyFilterSchema.parse({ kinds: ['department'] }), limit: 200 }));
  const grids = useQuery(api.grid.listGrids({ status: 'active', limit: 500 }));
  const labelOf = (field: string): string => formatMessage({ id: messageId(`assessment.field.${field}`) });
  const record = useRecordForm({
    draftKey: 'assessment-rating/new',
    initialValues: { departmentId: null, gridId: null, matterNo: '', ratedOn: localToday(), stars: 5, comment: '' } as Values, // widened: all of it is typed later
    inputOf,
    schema: ratingDraftSchema,
    save: api.trainingAssessment.rateDepartment(),
    onSaved: () => undefined,
  });
  const { form } = record;
  const field = (name: keyof Values) => ({ label: labelOf(name), ...form.getInputProps(name) });
  return (
    <RecordDrawer title={formatMessage({ id: 'assessment.rate-department' })} record={record} labelOf={labelOf} onClosed={onClosed} size="34rem">
      <Stack gap="sm">
        <Select {...field('departmentId')} key={form.key('departmentId')} required searchable data={(departments.data ?? []).map(({ id, name }) => ({ value: id, label: name }))} data-autofocus comboboxProps={{ transitionProps: { duration: 0 } }} />
        <MatterSelect label={labelOf('matterNo')} error={form.errors['matterNo']} onChange={(number) => form.setFieldValue('matterNo', number, { forceUpdate: false })} />
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
          <Select {...field('gridId')} key={form.key('gridId')} clearable searchable placeholder={formatMessage({ id: 'assessment.whole-community' })} data={(grids.data?.rows ?? []).map(({ id, name }) => ({ value: id, label: name }))} comboboxProps={{ transitionProps: { duration: 0 } }} />
          <DayInput {...field('ratedOn')} key={form.key('ratedOn')} required maxDate={localToday()} />
          <div>
            <Text size="sm" fw={500}>{labelOf('stars')}</Text>
            <Rating aria-label={labelOf('stars')} count={5} defaultValue={form.getValues().stars} getSymbolLabel={(stars) => formatMessage({ id: 'assessment.stars' }, { stars })} onChange={(stars) => form.setFieldValue('stars', stars)} />
          </div>
        </SimpleGrid>
        <Textarea {...field('comment')} key={form.key('comment')} description={formatMessage({ id: 'assessment.comment-hint' })} autosize minRows={2} maxLength={300} />
      </Stack>
    </RecordDrawer>
  );
}
