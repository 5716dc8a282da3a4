import { Alert, Stack, Text } from '@mantine/core';
import { IconListCheck } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useMay } from '#renderer/app/session.ts';
import { PlaceLink } from '#renderer/components/link/PlaceLink.tsx';
import { listKinds } from '#shared/modules/grid/admission/admission-list.schema.ts';

const NOT_OURS = ['negative'] as const;
const LEAST = 2;

/** What the three lists say about what is told: whose it is where it is not the community's, and for a department's task on which list it stands. */
export function ListedTasks({ text, isFromAbove }: { readonly text: string; readonly isFromAbove: boolean }) {
  const { formatMessage } = useIntl();
  const may = useMay();
  const asks = text.trim().length >= LEAST;
  const { data = [] } = useQuery({ ...api.grid.findListedTasks({ text: text.trim().slice(0, 200), kinds: isFromAbove ? [...listKinds] : [...NOT_OURS] }), enabled: asks && may('admission.read'), placeholderData: keepPreviousData });
  if (!asks || (data.length === 0 && !isFromAbove)) return null;
  return (
    <Alert variant="light" color="gray" p="xs" icon={<IconListCheck size={16} aria-hidden />} title={formatMessage({ id: data.length > 0 ? 'listed-tasks.title' : 'listed-tasks.none' })}>
      <Stack gap={4} component="ul" m={0} p={0} style={{ listStyle: 'none' }}>
        {data.map(({ id, kind, title, office, means }) => (
          <li key={id}><Text size="sm"><FormattedMessage id={`listed-tasks.${kind}`} values={{ title, office: office === '' ? formatMessage({ id: 'listed-tasks.its-office' }) : office, means: means === '' ? formatMessage({ id: 'listed-tasks.no-means' }) : means }} /></Text></li>
        ))}
      </Stack>
      {isFromAbove && <Text size="xs" mt={4}><FormattedMessage id="listed-tasks.next" values={{ admission: <PlaceLink to="/grid/admission" inherit><FormattedMessage id="admission.title" /></PlaceLink>, refusals: <PlaceLink to="/grid/refusals" inherit><FormattedMessage id="refusals.title" /></PlaceLink> }} /></Text>}
    </Alert>
  );
}
