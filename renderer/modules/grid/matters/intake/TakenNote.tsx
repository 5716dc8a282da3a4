import { Alert, Group, Text } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { FormattedMessage, useIntl } from 'react-intl';
import { PlaceLink } from '#renderer/components/link/PlaceLink.tsx';
import { DayText } from '#renderer/components/time/DayText.tsx';
import type { MatterSheet } from '#shared/modules/grid/matters/matter.schema.ts';
import { matterPlace, useHolder } from '../matter-words.ts';
import { PrintSlip } from '../sheet/MatterPapers.tsx';

/** What to tell whoever brought it: the number, who has it, until when; and the slip. */
export function TakenNote({ matter, onClose }: { readonly matter: MatterSheet; readonly onClose: () => void }) {
  const { formatMessage } = useIntl();
  const holder = useHolder();
  return (
    <Alert color="teal" variant="light" p="xs" flex="none" icon={<IconCheck size={16} aria-hidden />} withCloseButton closeButtonLabel={formatMessage({ id: 'common.close' })} onClose={onClose} role="status">
      <Group gap="md">
        <PlaceLink to={matterPlace(matter.id)} size="sm" fw={600}>{matter.number === '' ? matter.subject : matter.number}</PlaceLink>
        {matter.promisedOn !== null && <Text size="sm"><FormattedMessage id="matters.taken" values={{ holder: holder(matter), day: <DayText day={matter.promisedOn} /> }} /></Text>}
        {matter.number !== '' && <PrintSlip matter={matter} />}
      </Group>
    </Alert>
  );
}
