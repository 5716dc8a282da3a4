import { Group, Progress, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { messageId } from '#renderer/i18n/messages.ts';
import type { CompletenessRow } from '#shared/modules/grid/register/completeness/completeness.contract.ts';
import { SheetSection } from '#renderer/components/page/SheetSection.tsx';

/** The missing fields as they are called in the form. */
export function useMissingWords(): (missing: CompletenessRow['missing']) => string {
  const { formatMessage, formatList } = useIntl();
  return (missing) => formatList(missing.map(({ of, field }) => formatMessage({ id: messageId(of === 'person' ? `register.field.${field}` : `blocks.field.${field}`) })));
}

/** How whole a person's record is, and what it lacks. */
export function CompletenessSection({ personId, version }: { readonly personId: string; readonly version: number }) {
  const { formatMessage } = useIntl();
  const words = useMissingWords();
  const options = api.grid.getCompleteness({ id: personId });
  const { data, error, refetch } = useQuery({ ...options, queryKey: [...options.queryKey, version] as const });
  return (
    <SheetSection title="completeness.section">
      {data ? (
        <Stack gap={4}>
          <Group gap="sm">
            <Progress value={data.score} w={160} aria-label={formatMessage({ id: 'completeness.section' })} />
            <Text size="sm"><FormattedMessage id="completeness.score" values={{ score: data.score }} /></Text>
          </Group>
          <Text size="sm" {...(data.missing.length === 0 && { c: 'dimmed' })}>{data.missing.length === 0 ? <FormattedMessage id="completeness.nothing-missing" /> : <FormattedMessage id="completeness.missing" values={{ fields: words(data.missing) }} />}</Text>
        </Stack>
      ) : (
        <ErrorNote error={error} onRetry={() => void refetch()} />
      )}
    </SheetSection>
  );
}
