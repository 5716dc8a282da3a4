import { Alert, Stack, Text } from '@mantine/core';
import { IconArchive } from '@tabler/icons-react';
import { FormattedMessage, useIntl } from 'react-intl';
import { History } from '#renderer/components/history/History.tsx';
import { DayText } from '#renderer/components/time/DayText.tsx';
import type { Grid } from '#shared/modules/grid/territory/grid.schema.ts';
import { GridFacts } from './GridFacts.tsx';

/** A grid beside the list: everything known of it, its people a click away, what changed. */
export function GridPeek({ grid }: { readonly grid: Grid }) {
  const { formatMessage } = useIntl();
  return (
    <Stack gap="md">
      {grid.status === 'closed' && (
        <Alert variant="light" color="gray" p="xs" icon={<IconArchive size={18} aria-hidden />}>
          <Text size="sm"><FormattedMessage id="territory.ended-because" values={{ on: <DayText day={grid.closedOn} />, how: formatMessage({ id: `territory.grid-ending.${grid.ending || 'closed'}` }), reason: grid.closedReason }} /></Text>
        </Alert>
      )}
      <GridFacts grid={grid} />
      <Text component="h2" fw={600} size="sm"><FormattedMessage id="territory.history" /></Text>
      <History entity="grid" id={grid.id} version={grid.version} codeTables={CODE_TABLES} />
    </Stack>
  );
}

const CODE_TABLES = { nature: 'grid-nature' };
