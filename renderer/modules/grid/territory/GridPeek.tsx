import { Alert, Stack, Text } from '@mantine/core';
import { IconArchive } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useMay } from '#renderer/app/session.ts';
import { useCodes } from '#renderer/components/codes/use-codes.ts';
import { Facts } from '#renderer/components/facts/Facts.tsx';
import { History } from '#renderer/components/history/History.tsx';
import { PlaceLink } from '#renderer/components/link/PlaceLink.tsx';
import { DayText } from '#renderer/components/time/DayText.tsx';
import { messageId } from '#renderer/i18n/messages.ts';
import type { Grid } from '#shared/modules/grid/territory/grid.schema.ts';
import { personsPlace } from '../places.ts';

/** A grid beside the list: everything known of it, its people a click away, what changed. */
export function GridPeek({ grid }: { readonly grid: Grid }) {
  const { formatMessage, formatNumber, formatList } = useIntl();
  const may = useMay();
  const { labelOf: natureLabel } = useCodes('grid-nature');
  const fact = (id: string, value: ReactNode) => ({ id, label: formatMessage({ id: messageId(`territory.field.${id}`) }), value });
  const persons = formatNumber(grid.persons);
  return (
    <Stack gap="md">
      {grid.status === 'closed' && (
        <Alert variant="light" color="gray" p="xs" icon={<IconArchive size={18} aria-hidden />}>
          <Text size="sm"><FormattedMessage id="territory.closed-because" values={{ on: <DayText day={grid.closedOn} />, reason: grid.closedReason }} /></Text>
        </Alert>
      )}
      <Facts
        facts={[
          fact('code', grid.code),
          fact('formerCodes', formatList(grid.formerCodes, { type: 'unit' })),
          fact('type', formatMessage({ id: `territory.grid-type.${grid.type}` })),
          fact('nature', natureLabel(grid.nature)),
          fact('responsibleId', grid.responsibleName),
          fact('responsiblePhone', grid.responsiblePhone),
          fact('households', formatNumber(grid.households)),
          fact('persons', may('register.read') ? <PlaceLink to={personsPlace({ gridIds: [grid.id] })} inherit>{persons}</PlaceLink> : persons),
          fact('boundary', grid.boundary),
          fact('startedOn', grid.startedOn),
          fact('note', grid.note),
        ]}
      />
      <Text component="h2" fw={600} size="sm"><FormattedMessage id="territory.history" /></Text>
      <History entity="grid" id={grid.id} version={grid.version} codeTables={CODE_TABLES} />
    </Stack>
  );
}

const CODE_TABLES = { nature: 'grid-nature' };
