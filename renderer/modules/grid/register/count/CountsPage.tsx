import { Button, Stack, Table, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useDeskCommand } from '#renderer/app/commands.ts';
import { useMay } from '#renderer/app/session.ts';
import { PlaceLink } from '#renderer/components/link/PlaceLink.tsx';
import { Page } from '#renderer/components/page/Page.tsx';
import { QueryState } from '#renderer/components/QueryState.tsx';
import { localToday } from '#renderer/components/record-form/typed-day.ts';
import type { CampaignRow } from '#shared/modules/grid/register/count/count.schema.ts';
import { NewCampaignDrawer } from './CampaignDrawer.tsx';
import classes from './count.module.css';
import { countPlace, doorsPlace } from './count-places.ts';
import { waitingStates } from '#shared/modules/grid/register/count/count.rules.ts';

/** Every count of the community, the newest first. */
export default function CountsPage() {
  const { formatMessage, formatNumber } = useIntl();
  const mayManage = useMay()('count.manage');
  const campaigns = useQuery(api.grid.listCountCampaigns({}));
  const [isNew, setNew] = useState(false);
  useDeskCommand(mayManage ? { id: 'record.new', title: 'count.new', accelerator: 'CmdOrCtrl+N', run: () => setNew(true) } : null);
  return (
    <Page
      title={formatMessage({ id: 'count.title' })}
      figure={campaigns.data && formatMessage({ id: 'count.figure' }, { count: formatNumber(campaigns.data.length) })}
      actions={mayManage && <Button size="xs" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setNew(true)}><FormattedMessage id="count.new" /></Button>}
    >
      <Stack gap="md">
        <Text size="sm" c="dimmed"><FormattedMessage id="count.about" /></Text>
        <QueryState query={campaigns} empty={formatMessage({ id: 'count.empty' })}>{(rows) => <CampaignTable rows={rows} />}</QueryState>
      </Stack>
      {isNew && <NewCampaignDrawer onClosed={() => setNew(false)} />}
    </Page>
  );
}

const HEADS = ['name', 'status', 'startsOn', 'gridIds', 'progress', 'doors'] as const;

function CampaignTable({ rows }: { readonly rows: readonly CampaignRow[] }) {
  const { formatMessage, formatNumber } = useIntl();
  const today = localToday();
  return (
    <Table.ScrollContainer minWidth={760}>
      <Table aria-label={formatMessage({ id: 'count.list' })} verticalSpacing={8}>
        <Table.Thead><Table.Tr>{HEADS.map((field) => <Table.Th key={field} scope="col">{formatMessage({ id: `count.field.${field}` })}</Table.Th>)}</Table.Tr></Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={row.id}>
              <Table.Td><PlaceLink to={countPlace(row.id)} inherit fw={600}>{row.name}</PlaceLink></Table.Td>
              <Table.Td><FormattedMessage id={row.status === 'closed' ? 'count.status.closed' : row.endsOn < today ? 'count.status.late' : 'count.status.open'} /></Table.Td>
              <Table.Td style={{ whiteSpace: 'nowrap' }}><FormattedMessage id="count.period" values={{ from: row.startsOn, until: row.endsOn }} /></Table.Td>
              <Table.Td maw={260}>{row.gridNames.join('、')}</Table.Td>
              <Table.Td style={{ whiteSpace: 'nowrap' }}><Share part={row.settled} whole={row.doors} /></Table.Td>
              <Table.Td className={classes['number']}>
                {row.status === 'open' && row.left > 0 ? <PlaceLink to={doorsPlace(row.id, { states: [...waitingStates] })} inherit>{formatMessage({ id: 'count.left' })} {formatNumber(row.left)}</PlaceLink> : formatNumber(row.doors)}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

/** How much of a whole, as a bar and a number. */
export function Share({ part, whole }: { readonly part: number; readonly whole: number }) {
  const percent = whole === 0 ? 100 : Math.floor((100 * part) / whole);
  return <><span className={classes['bar']} style={{ ['--share' as never]: `${percent}%` }} aria-hidden />{percent} %</>;
}
