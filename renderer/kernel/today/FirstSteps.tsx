import { Text, Title } from '@mantine/core';
import { IconCircle, IconCircleCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useMay } from '#renderer/app/session.ts';
import { PlaceLink } from '#renderer/components/link/PlaceLink.tsx';
import type { TodayItem } from '#shared/kernel/notifications/notifications.contract.ts';
import { firstSteps } from './first-steps.ts';
import classes from './today.module.css';

/** A new station says what to do first; the list goes away when the last step is done. */
export function FirstSteps({ items }: { readonly items: readonly TodayItem[] }) {
  const { formatMessage } = useIntl();
  const heading = useId();
  const may = useMay();
  const accounts = useQuery({ ...api.accounts.listAccounts({}), enabled: may('accounts.manage') });
  const batches = useQuery({ ...api.imports.listBatches({}), enabled: may('imports.run') });
  const persons = useQuery({ ...api.grid.countPersons({}), enabled: may('register.read') });
  const isKnown = (accounts.data || !may('accounts.manage')) && (batches.data || !may('imports.run')) && (persons.data || !may('register.read'));
  if (!isKnown) return null;
  const imports = batches.data?.filter((batch) => batch.status === 'committed').length ?? 0;
  const steps = firstSteps({ items, accounts: accounts.data?.length ?? 0, residents: persons.data?.count ?? imports }, may);
  if (steps.length === 0) return null;
  return (
    <section aria-labelledby={heading}>
      <Title order={2} id={heading} fz="md"><FormattedMessage id="today.steps" /></Title>
      <ol className={classes['list']}>
        {steps.map((step) => (
          <li key={step.id} className={classes['step']}>
            {step.done ? <IconCircleCheck size={20} stroke={1.75} color="var(--mantine-color-green-text)" aria-hidden /> : <IconCircle size={20} stroke={1.75} aria-hidden />}
            <div>
              {step.done ? (
                <Text size="sm" c="dimmed"><FormattedMessage id="today.step.done" values={{ step: formatMessage({ id: step.title }) }} /></Text>
              ) : (
                <>
                  <PlaceLink to={step.to} size="sm" fw={600}>{formatMessage({ id: step.title })}</PlaceLink>
                  <Text size="sm" c="dimmed"><FormattedMessage id={step.about} /></Text>
                </>
              )}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
