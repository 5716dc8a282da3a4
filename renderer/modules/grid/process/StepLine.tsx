import { ActionIcon, Autocomplete, Group, NumberInput, Select, Stack, TagsInput, Text, TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react';
import { useIntl } from 'react-intl';
import { stepVerdicts, type StepVerdict } from '#shared/modules/grid/process/process.rules.ts';
import type { ProcessStep } from '#shared/modules/grid/process/process.schema.ts';
import type { Doers } from './process-words.ts';
import classes from './process.module.css';

type StepLineProps = {
  readonly step: ProcessStep;
  /** From 1. */
  readonly place: number;
  readonly count: number;
  readonly doers: Doers;
  /** The steps were refused: what is missing is marked. */
  readonly isRefused: boolean;
  /** Just added: the keyboard goes there. */
  readonly isNew: boolean;
  readonly onChange: (values: Partial<ProcessStep>) => void;
  readonly onUp: () => void;
  readonly onDown: () => void;
  readonly onDrop: () => void;
};

const MOST_DAYS = 366;
const isVerdict = (value: string | null): value is StepVerdict => stepVerdicts.some((verdict) => verdict === value);

/** One step being written: what, who, how long, what to bring, and what becomes of it. */
export function StepLine({ step, place, count, doers, isRefused, isNew, onChange, onUp, onDown, onDrop }: StepLineProps) {
  const { formatMessage } = useIntl();
  const words = (field: 'name' | 'who' | 'days' | 'documents' | 'verdict' | 'shortenedTo' | 'reason') => {
    const label = formatMessage({ id: `process-map.step.${field}` });
    return { 'aria-label': formatMessage({ id: 'process-map.step.line' }, { place, field: label }), placeholder: label };
  };
  const who = step.unit === null ? step.who : doers.labelOf(step.unit);
  const changes = step.verdict !== 'keep';
  return (
    <Group className={classes['line']} data-verdict={step.verdict} role="group" aria-label={formatMessage({ id: 'process-map.step.group' }, { place })} gap="xs" wrap="nowrap" align="flex-start">
      <Text className={classes['place']} size="sm" c="dimmed">{place}</Text>
      <Stack gap={6} style={{ flex: 1, minWidth: 0 }}>
        <Group gap={6} wrap="nowrap">
          <TextInput style={{ flex: 3 }} {...words('name')} maxLength={120} value={step.name} error={isRefused && step.name.trim() === ''} autoFocus={isNew} onChange={(event) => onChange({ name: event.currentTarget.value })} />
          <Autocomplete
            style={{ flex: 3 }}
            {...words('who')}
            maxLength={60}
            data={[...doers.labels]}
            value={who}
            error={isRefused && who.trim() === ''}
            comboboxProps={{ transitionProps: { duration: 0 } }}
            onChange={(label) => {
              const unit = doers.unitOf(label);
              onChange({ unit, who: unit === null ? label : '' });
            }}
          />
          <NumberInput w={110} {...words('days')} suffix={` ${formatMessage({ id: 'process-map.step.unit' }, { days: step.days })}`} min={0} max={MOST_DAYS} allowDecimal={false} value={step.days} onChange={(value) => onChange({ days: typeof value === 'number' ? value : 0 })} />
        </Group>
        <Group gap={6} wrap="nowrap" align="flex-start">
          <TagsInput style={{ flex: 4 }} classNames={{ inputField: classes['typed'] ?? '' }} {...words('documents')} {...(step.documents.length > 0 && { placeholder: '' })} maxTags={30} maxLength={60} value={step.documents} onChange={(documents) => onChange({ documents })} />
          <Select w={150} {...words('verdict')} allowDeselect={false} comboboxProps={{ transitionProps: { duration: 0 } }} data={stepVerdicts.map((value) => ({ value, label: formatMessage({ id: `process-map.verdict.${value}` }) }))} value={step.verdict} onChange={(value) => isVerdict(value) && onChange({ verdict: value, shortenedTo: value === 'shorten' ? Math.max(0, step.days - 1) : undefined, ...(value === 'keep' && { reason: '' }) })} />
          {step.shortenedTo !== undefined && <NumberInput w={120} {...words('shortenedTo')} prefix={`${formatMessage({ id: 'process-map.step.to' })} `} suffix={` ${formatMessage({ id: 'process-map.step.unit' }, { days: step.shortenedTo })}`} min={0} max={MOST_DAYS - 1} allowDecimal={false} value={step.shortenedTo} error={isRefused && step.shortenedTo >= step.days} onChange={(value) => onChange({ shortenedTo: typeof value === 'number' ? value : 0 })} />}
          {changes && <TextInput style={{ flex: 3 }} {...words('reason')} required maxLength={200} value={step.reason} error={isRefused && step.reason.trim() === ''} onChange={(event) => onChange({ reason: event.currentTarget.value })} />}
        </Group>
      </Stack>
      <Group gap={2} wrap="nowrap" mt={4}>
        <ActionIcon variant="subtle" color="gray" disabled={place === 1} aria-label={formatMessage({ id: 'process-map.step.up' }, { place })} onClick={onUp}><IconArrowUp size={16} aria-hidden /></ActionIcon>
        <ActionIcon variant="subtle" color="gray" disabled={place === count} aria-label={formatMessage({ id: 'process-map.step.down' }, { place })} onClick={onDown}><IconArrowDown size={16} aria-hidden /></ActionIcon>
        <ActionIcon variant="subtle" color="red" disabled={count === 1} aria-label={formatMessage({ id: 'process-map.step.drop' }, { place })} onClick={onDrop}><IconTrash size={16} aria-hidden /></ActionIcon>
      </Group>
    </Group>
  );
}
