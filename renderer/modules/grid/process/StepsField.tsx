import { Button, Input, Stack, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import type { ProcessStep } from '#shared/modules/grid/process/process.schema.ts';
import { useDoers, type NamedUnit } from './process-words.ts';
import { StepLine } from './StepLine.tsx';

type StepsFieldProps = { readonly label: string; readonly initial: readonly ProcessStep[]; readonly units: readonly NamedUnit[]; readonly error?: ReactNode; readonly onChange: (steps: ProcessStep[]) => void };
type Row = ProcessStep & { readonly key: number };

const BLANK: ProcessStep = { name: '', unit: null, who: '', days: 1, documents: [], verdict: 'keep', reason: '' };
const isBlank = ({ name, unit, who, documents }: ProcessStep): boolean => name.trim() === '' && unit === null && who.trim() === '' && documents.length === 0;

/** The steps of a map in their order, each with who does it, its days, what to bring, and what becomes of it. */
export function StepsField({ label, initial, units, error, onChange }: StepsFieldProps) {
  const doers = useDoers(units);
  const [rows, setRows] = useState<readonly Row[]>(() => (initial.length > 0 ? initial : [BLANK]).map((step, key) => ({ ...step, key })));
  const [next, setNext] = useState(rows.length);
  const change = (changed: readonly Row[]) => {
    setRows(changed);
    onChange(changed.filter((row) => !isBlank(row)).map(({ key: _k, ...step }) => step));
  };
  const put = (key: number, values: Partial<ProcessStep>) => change(rows.map((row) => (row.key === key ? { ...row, ...values } : row)));
  const swap = (at: number) => change(rows.map((row, place) => (place === at - 1 ? (rows[at] ?? row) : place === at ? (rows[at - 1] ?? row) : row)));
  return (
    <Input.Wrapper label={label} required error={error} labelElement="div">
      <Stack gap="xs" mt={2}>
        <Text size="xs" c="dimmed"><FormattedMessage id="process-map.hint.steps" /></Text>
        {rows.map((row, at) => (
          <StepLine
            key={row.key}
            step={row}
            place={at + 1}
            count={rows.length}
            doers={doers}
            isRefused={Boolean(error)}
            isNew={row.key >= initial.length && row.key > 0}
            onChange={(values) => put(row.key, values)}
            onUp={() => swap(at)}
            onDown={() => swap(at + 1)}
            onDrop={() => change(rows.filter(({ key }) => key !== row.key))}
          />
        ))}
        <Button
          size="compact-xs"
          variant="default"
          style={{ alignSelf: 'start' }}
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => {
            change([...rows, { ...BLANK, key: next }]);
            setNext(next + 1);
          }}
        >
          <FormattedMessage id="process-map.step.add" />
        </Button>
      </Stack>
    </Input.Wrapper>
  );
}
