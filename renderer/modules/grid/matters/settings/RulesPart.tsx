import { Button, NativeSelect, NumberInput, Stack } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { localToday } from '#renderer/components/record-form/typed-day.ts';
import { numberRules, type MatterRules } from '#shared/modules/grid/matters/matter-routes.schema.ts';
import { nextNumber } from '#shared/modules/grid/matters/matter-words.rules.ts';

const LIMITS = { reopenDays: 365, escalateDays: 60, jointAfter: 20 } as const;

/** How matters are numbered, and when they may be opened again, must be escalated, or handled jointly. */
export function RulesPart() {
  const { data, error, refetch } = useQuery(api.grid.getMatterRules({}));
  if (!data) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  return <RulesForm key={JSON.stringify(data)} stored={data} />;
}

function RulesForm({ stored }: { readonly stored: MatterRules }) {
  const { formatMessage } = useIntl();
  const save = useMutation(api.grid.saveMatterRules());
  const [rules, setRules] = useState(stored);
  const isChanged = JSON.stringify(rules) !== JSON.stringify(stored);
  return (
    <Stack gap="sm" maw={420}>
      <ErrorNote error={save.error} />
      <NativeSelect label={formatMessage({ id: 'matters.rule.numberRule' })} value={rules.numberRule} data={numberRules.map((value) => ({ value, label: nextNumber(value, localToday(), null) }))} onChange={(event) => setRules({ ...rules, numberRule: numberRules.find((one) => one === event.currentTarget.value) ?? 'day4' })} />
      {(['reopenDays', 'escalateDays', 'jointAfter'] as const).map((name) => <NumberInput key={name} label={formatMessage({ id: `matters.rule.${name}` })} min={name === 'jointAfter' ? 1 : 0} max={LIMITS[name]} allowDecimal={false} value={rules[name]} onChange={(value) => setRules({ ...rules, [name]: Number(value) })} />)}
      <Button style={{ alignSelf: 'start' }} disabled={!isChanged} loading={save.isPending} onClick={() => save.mutate(rules)}><FormattedMessage id="common.save" /></Button>
    </Stack>
  );
}
