import { Stack, Table, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { z } from 'zod';
import { api } from '#renderer/api/index.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { PlaceLink } from '#renderer/components/link/PlaceLink.tsx';
import { Page } from '#renderer/components/page/Page.tsx';
import { messageId } from '#renderer/i18n/messages.ts';
import type { Warning } from '#shared/modules/grid/territory/warnings/warnings.contract.ts';

const placeSchema = z.object({ kind: z.string().optional().catch(undefined) });

/** What is wrong with the grids now, kind by kind; every row opens the record that settles it. */
export default function WarningsPage() {
  const { formatMessage, formatNumber } = useIntl();
  const { kind } = placeSchema.parse(useSearch({ strict: false }));
  const { data, error, refetch } = useQuery(api.grid.listWarnings({}));
  const wrong = (data ?? []).filter(({ count }) => count > 0);
  const fine = (data ?? []).filter(({ count }) => count === 0);
  const sum = wrong.reduce((total, { count }) => total + count, 0);
  return (
    <Page title={formatMessage({ id: 'warnings.title' })} {...(data && { figure: formatMessage({ id: 'warnings.count' }, { count: formatNumber(sum) }) })}>
      <Stack gap="xl">
        <ErrorNote error={error} onRetry={() => void refetch()} />
        {wrong.map((warning) => <Kind key={warning.kind} warning={warning} isAsked={warning.kind === kind} />)}
        {data && wrong.length === 0 && <Text fw={600}><FormattedMessage id="warnings.none" /></Text>}
        {fine.length > 0 && (
          <Stack component="section" gap={4} aria-label={formatMessage({ id: 'warnings.fine' })}>
            <Title order={2} fz="md"><FormattedMessage id="warnings.fine" /></Title>
            {fine.map((warning) => <Text key={warning.kind} size="sm"><IconCheck size={14} aria-hidden /> {formatMessage({ id: messageId(`warnings.kind.${warning.kind}`) }, warning.params)}</Text>)}
          </Stack>
        )}
      </Stack>
    </Page>
  );
}

function Kind({ warning: { kind, count, rows, to, params }, isAsked }: { readonly warning: Warning; readonly isAsked: boolean }) {
  const { formatMessage, formatNumber } = useIntl();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isAsked) place.current?.scrollIntoView();
  }, [isAsked]);
  const title = formatMessage({ id: messageId(`warnings.kind.${kind}`) }, params);
  return (
    <Stack ref={place} component="section" gap={6} aria-label={title}>
      <Title order={2} fz="md"><IconAlertTriangle size={16} aria-hidden /> {title} · {formatNumber(count)}</Title>
      <Text size="sm" c="dimmed">{formatMessage({ id: messageId(`warnings.about.${kind}`) }, params)}</Text>
      <Table withRowBorders verticalSpacing={4} aria-label={title}>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={row.id}>
              <Table.Td w="22rem"><PlaceLink to={row.to} size="sm">{row.title || formatMessage({ id: 'warnings.unnamed' })}</PlaceLink></Table.Td>
              <Table.Td>{formatMessage({ id: messageId(`warnings.detail.${kind}`) }, { detail: row.detail })}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {(rows.length < count || to !== null) && (
        <Text size="sm">
          {rows.length < count && <><FormattedMessage id="warnings.shown" values={{ shown: formatNumber(rows.length), count: formatNumber(count) }} /> </>}
          {to !== null && <PlaceLink to={to} inherit underline="always"><FormattedMessage id="warnings.open-all" /></PlaceLink>}
        </Text>
      )}
    </Stack>
  );
}
