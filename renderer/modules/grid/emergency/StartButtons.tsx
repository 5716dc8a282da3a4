import { Button, Group, Menu } from '@mantine/core';
import { IconSpeakerphone, IconUrgent } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { useGoTo } from '#renderer/components/link/use-go-to.ts';
import type { EmergencyPlan } from '#shared/modules/grid/emergency/emergency.schema.ts';

/** Starts a plan at once, without a question; where it is can be said on the next page. */
export function useStart() {
  const { formatMessage } = useIntl();
  const goTo = useGoTo();
  const start = useMutation(api.grid.startEmergency());
  const run = ({ id, name }: Pick<EmergencyPlan, 'id' | 'name'>, isDrill: boolean) =>
    start.mutate({ planId: id, isDrill, title: isDrill ? formatMessage({ id: 'emergency.drill-title' }, { name }) : name, place: '', gridId: null }, { onSuccess: (sheet) => goTo(`/grid/emergency/${sheet.id}`) });
  return { run, isPending: start.isPending, error: start.error };
}

/** The two buttons that start: for real, and as a drill. Each opens the plans, one click starts. */
export function StartButtons() {
  const { data: plans = [] } = useQuery(api.grid.listEmergencyPlans({}));
  const { run, isPending, error } = useStart();
  return (
    <>
      <ErrorNote error={error} />
      <Group gap="xs">
        {([false, true] as const).map((isDrill) => (
          <Menu key={String(isDrill)} position="bottom-end" transitionProps={{ duration: 0 }} disabled={plans.length === 0}>
            <Menu.Target>
              <Button size="xs" disabled={plans.length === 0} loading={isPending} {...(isDrill ? { variant: 'default' } : { color: 'red' })} leftSection={isDrill ? <IconSpeakerphone size={16} aria-hidden /> : <IconUrgent size={16} aria-hidden />}>
                <FormattedMessage id={isDrill ? 'emergency.start-drill' : 'emergency.start'} />
              </Button>
            </Menu.Target>
            <Menu.Dropdown>{plans.map((plan) => <Menu.Item key={plan.id} onClick={() => run(plan, isDrill)}>{plan.name}</Menu.Item>)}</Menu.Dropdown>
          </Menu>
        ))}
      </Group>
    </>
  );
}
