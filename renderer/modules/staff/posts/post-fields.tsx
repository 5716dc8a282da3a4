import { MultiSelect, NumberInput, SimpleGrid, TagsInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useIntl } from 'react-intl';
import { useCodes } from '#renderer/components/codes/use-codes.ts';
import { SheetSection } from '#renderer/components/page/SheetSection.tsx';
import { CodeSelect } from '#renderer/components/record-form/CodeSelect.tsx';
import type { PostDraft } from '#shared/modules/staff/posts/post.schema.ts';
import { StaffFields, useFieldLabels } from '../StaffFields.tsx';

/** A post as it is typed: duties and scope, then the conditions somebody has to meet. */
export function PostFields({ form }: { readonly form: UseFormReturnType<PostDraft> }) {
  const { formatMessage } = useIntl();
  const labelOf = useFieldLabels('post');
  const { options: professions } = useCodes('staff-profession');
  const years = (name: 'minAge' | 'maxAge' | 'minYears', max: number) => {
    const { onChange, ...input } = form.getInputProps(`conditions.${name}`) as { onChange: (value: number | null) => void };
    return <NumberInput label={labelOf(name)} allowDecimal={false} min={0} max={max} key={form.key(`conditions.${name}`)} {...input} onChange={(value) => onChange(typeof value === 'number' ? value : null)} />;
  };
  return (
    <>
      <StaffFields
        form={form}
        labelOf={labelOf}
        fields={[
          { kind: 'text', name: 'name', required: true, first: true, max: 40 },
          { kind: 'code', name: 'level', table: 'post-level' },
          { kind: 'number', name: 'quota', required: true, max: 100_000 },
          { kind: 'yuan', name: 'subsidyFen' },
          { kind: 'yes', name: 'answersForGrid' },
          { kind: 'area', name: 'duties', max: 1000 },
          { kind: 'area', name: 'content', max: 1000 },
          { kind: 'area', name: 'scope', max: 500 },
          { kind: 'area', name: 'note' },
        ]}
      />
      <SheetSection title="post.conditions">
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
          <CodeSelect table="education" label={labelOf('minEducation')} key={form.key('conditions.minEducation')} {...form.getInputProps('conditions.minEducation')} />
          {years('minYears', 50)}
          {years('minAge', 80)}
          {years('maxAge', 80)}
        </SimpleGrid>
        <MultiSelect label={labelOf('professions')} data={[...professions]} searchable clearable key={form.key('conditions.professions')} {...form.getInputProps('conditions.professions')} comboboxProps={{ transitionProps: { duration: 0 } }} />
        <TagsInput label={labelOf('others')} description={formatMessage({ id: 'post.others-hint' })} key={form.key('conditions.others')} {...form.getInputProps('conditions.others')} />
      </SheetSection>
    </>
  );
}
