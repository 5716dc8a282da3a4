import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useCodes } from '#renderer/components/codes/use-codes.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { Facts } from '#renderer/components/facts/Facts.tsx';
import { DayText } from '#renderer/components/time/DayText.tsx';
import { messageId } from '#renderer/i18n/messages.ts';
import { blockTables, fieldsAsked, type Block, type BlockField } from '#shared/modules/grid/register/blocks/block.schema.ts';
import type { PersonSheet } from '#shared/modules/grid/register/person.schema.ts';
import { SheetSection } from '#renderer/components/page/SheetSection.tsx';

/** What is known of a person by category. */
export function BlockSection({ person }: { readonly person: PersonSheet }) {
  const { formatMessage } = useIntl();
  const { data, error, refetch } = useQuery(api.grid.getPersonBlock({ id: person.id }));
  return (
    <SheetSection title="blocks.section">
      {data ? (
        <Stack gap="xs">
          <Facts columns={2} facts={fieldsAsked(person.category, data.sensitive).map((field) => ({ id: field, label: formatMessage({ id: messageId(`blocks.field.${field}`) }), value: isKnown(data.block[field]) ? <BlockValue block={data.block} field={field} /> : '' }))} />
          {!data.sensitive && <Text size="sm" c="dimmed"><FormattedMessage id="blocks.sensitive-off" /></Text>}
        </Stack>
      ) : (
        <ErrorNote error={error} onRetry={() => void refetch()} />
      )}
    </SheetSection>
  );
}

const isKnown = (value: string | number | null): boolean => value !== null && value !== '';

function BlockValue({ block, field }: { readonly block: Block; readonly field: BlockField }) {
  const { formatNumber } = useIntl();
  const value = block[field];
  const table = blockTables[field];
  if (table !== undefined) return <CodeWords table={table} code={String(value)} />;
  if (field.endsWith('On')) return <DayText day={String(value)} />;
  return <>{typeof value === 'number' ? formatNumber(value / 100, { minimumFractionDigits: 2 }) : value}</>;
}

function CodeWords({ table, code }: { readonly table: string; readonly code: string }) {
  return <>{useCodes(table).labelOf(code)}</>;
}
