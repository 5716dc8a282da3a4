import { Alert, Group, Stack, Text } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { FormattedMessage, useIntl } from 'react-intl';
import { PlaceLink } from '#renderer/components/link/PlaceLink.tsx';
import type { MatterDuplicate } from '#shared/modules/grid/matters/matter.schema.ts';
import { matterPlace, stateWords, useHolder } from '../matter-words.ts';

/** Matters that could be the one that is being typed, and why. Nothing is decided here. */
export function Duplicates({ found }: { readonly found: readonly MatterDuplicate[] }) {
  const intl = useIntl();
  const holder = useHolder();
  const why = ({ samePlace, sameKind }: MatterDuplicate): string[] => [samePlace ? intl.formatMessage({ id: 'matters.same-place' }) : '', sameKind ? intl.formatMessage({ id: 'matters.same-kind' }) : ''];
  return (
    <Alert variant="light" color="yellow" p="xs" icon={<IconCopy size={16} aria-hidden />} title={intl.formatMessage({ id: 'matters.alike' }, { count: found.length })}>
      <Stack gap={4} component="ul" m={0} p={0} style={{ listStyle: 'none' }}>
        {found.map((one) => (
          <li key={one.row.id}>
            <Group gap="xs" style={{ rowGap: 0 }}>
              <PlaceLink to={matterPlace(one.row.id)} size="sm" style={{ whiteSpace: 'nowrap' }}>{one.row.number}</PlaceLink>
              <Text size="sm" truncate>{[one.row.subject, one.row.place].filter(Boolean).join(' · ')}</Text>
              <Text size="xs" c="dimmed">{[stateWords(intl, one.row.state), holder(one.row), ...why(one)].filter(Boolean).join(' · ')}</Text>
            </Group>
          </li>
        ))}
      </Stack>
      <Text size="xs" c="dimmed" mt={4}><FormattedMessage id="matters.alike-next" /></Text>
    </Alert>
  );
}
