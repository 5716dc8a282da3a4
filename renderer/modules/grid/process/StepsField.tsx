import { Button, Input, Stack } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState, type ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import type { UnitRef } from '#shared/modules/grid/matters/matter.schema.ts';
import type { ProcessStep } from '#shared/modules/grid/process/process.schema.ts';
import { unitKey, unitWords } from '../matters/matter-words.ts';
import { StepLine, type Doers } from './StepLine.tsx';

export type NamedUnit = UnitRef & { readonly name: string };
type StepsFieldProps = { readonly label: string; readonly initial: readonly ProcessStep[]; readonly units: readonly NamedUnit[]; readonly error?: ReactNode; readonly onChange: (steps: ProcessStep[]) => void };
type Row = ProcessStep & { readonly key: number };

const BLANK: ProcessStep = { name: '', unit: null, who: '', days: 1, documents: [], verdict: 'keep', reason: '' };
const isBlank = ({ name, unit, who, documents }: ProcessStep): boolean => name.trim() === '' && unit === null && who.trim() === '' && documents.length === 0;

/** Units by the words they are chosen by; what is no unit's name stays a text. */
function useDoers(known: readonly NamedUnit[]): Doers {
  const intl = useIntl();
  const { data: units = known } = useQuery(api.grid.listMatterUnits({}));
  return useMemo(() => {
    const byLabel = new Map([...known, ...units].map(({ kind, id, name }) => [unitWords(intl, { id, name }), { kind, id }]));
    const byKey = new Map([...byLabel].map(([label, unit]) => [unitKey(unit), label]));
    return { labels: [...byLabel.keys()], unitOf: (label) => byLabel.get(label.trim()) ?? null, labelOf: (unit) => byKey.get(unitKey(unit)) ?? '' };
  }, [intl, known, units]);
}

/** The steps of a map in their order, each with who does it, its days, what to bring, and what becomes of it. */
export function StepsField({ label, initial, units, error, onChange }: StepsFieldProps) {
  const { formatMessage } = useIntl();
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
    <Input.Wrapper label={label} description={formatMessage({ id: 'process-map.hint.steps' })} required error={error} labelElement="div">
      <Stack gap="xs" mt={6}>
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
