import { Button, Group, NumberInput, SimpleGrid, Stack, Text } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useMay } from '#renderer/app/session.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { participationRuleSchema, type ParticipationRule } from '#shared/modules/grid/participation/participation-rule.schema.ts';
import { SheetSection } from '#renderer/components/page/SheetSection.tsx';

const FIELDS = ['answerLimitDays', 'secondsNeeded', 'pointsPerHour', 'joiningPoints', 'redeemDay'] as const;

/** The rules of the area, set by who decides and read by all. */
export function RulesSection() {
  const { data, error, refetch } = useQuery(api.grid.getParticipationRule({}));
  return <SheetSection title="participation.rules">{data ? <Rules key={data.version} rule={data} /> : <ErrorNote error={error} onRetry={() => void refetch()} />}</SheetSection>;
}

function Rules({ rule }: { readonly rule: ParticipationRule }) {
  const { formatMessage } = useIntl();
  const mayDecide = useMay()('participation.decide');
  const [typed, setTyped] = useState(rule);
  const save = useMutation(api.grid.saveParticipationRule());
  const isSound = participationRuleSchema.safeParse(typed).success;
  const isChanged = FIELDS.some((field) => typed[field] !== rule[field]);
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed"><FormattedMessage id="participation.rules-about" /></Text>
      <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="sm">
        {FIELDS.map((field) => (
          <NumberInput key={field} label={formatMessage({ id: `participation.rule.${field}` })} allowDecimal={false} min={0} readOnly={!mayDecide} value={typed[field] ?? ''} onChange={(value) => setTyped((before) => ({ ...before, [field]: typeof value === 'number' ? value : field === 'redeemDay' ? null : 0 }))} />
        ))}
      </SimpleGrid>
      <ErrorNote error={save.error} />
      {mayDecide && (
        <Group>
          <Button size="xs" disabled={!isSound || !isChanged} loading={save.isPending} leftSection={save.isSuccess && !isChanged ? <IconCheck size={16} aria-hidden /> : undefined} onClick={() => save.mutate(typed)}><FormattedMessage id={save.isSuccess && !isChanged ? 'participation.rules-saved' : 'common.save'} /></Button>
        </Group>
      )}
    </Stack>
  );
}
