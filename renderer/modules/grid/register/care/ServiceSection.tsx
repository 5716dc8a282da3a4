import { Button, Group, Stack, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useMay } from '#renderer/app/session.ts';
import { useCodes } from '#renderer/components/codes/use-codes.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { DayText } from '#renderer/components/time/DayText.tsx';
import type { ServiceRow } from '#shared/modules/grid/register/care/care.schema.ts';
import type { PersonSheet } from '#shared/modules/grid/register/person.schema.ts';
import { SheetSection } from '#renderer/components/page/SheetSection.tsx';
import { EditServiceDrawer, NewServiceDrawer } from './ServiceDrawer.tsx';

/** The newest services stand on the sheet; the rest are in the list. */
const SHOWN = 20;

/** What was done for somebody, on the person's sheet. */
export function ServiceSection({ person }: { readonly person: PersonSheet }) {
  const mayEdit = useMay()('care.edit');
  const { labelOf } = useCodes('service-kind');
  const { data, error, refetch } = useQuery(api.grid.listServices({ filter: { personId: person.id }, sort: { field: 'servedOn', direction: 'desc' }, limit: SHOWN }));
  const [open, setOpen] = useState<'new' | ServiceRow | null>(null);
  const close = () => setOpen(null);
  return (
    <SheetSection title="services.section">
      <ErrorNote error={error} onRetry={() => void refetch()} />
      {data?.length === 0 && <Text size="sm" c="dimmed"><FormattedMessage id="services.none" /></Text>}
      {data?.map((service) => (
        <Stack key={service.id} gap={2}>
          <Group gap="sm">
            <Text size="sm" fw={600}><DayText day={service.servedOn} /></Text>
            <Text size="sm">{[labelOf(service.kind), service.place, service.staff.join('、')].filter(Boolean).join(' · ')}</Text>
            {mayEdit && <Button size="compact-xs" variant="subtle" onClick={() => setOpen(service)}><FormattedMessage id="common.edit" /></Button>}
          </Group>
          <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>{service.content}</Text>
          {service.followUp !== '' && <Text size="sm" c="dimmed"><FormattedMessage id="services.field.followUp" />：{service.followUp}</Text>}
        </Stack>
      ))}
      {mayEdit && person.removedAt === null && <Button size="xs" variant="default" leftSection={<IconPlus size={16} aria-hidden />} style={{ alignSelf: 'start' }} onClick={() => setOpen('new')}><FormattedMessage id="services.new" /></Button>}
      {open === 'new' && <NewServiceDrawer people={[person]} onClosed={close} />}
      {open !== null && open !== 'new' && <EditServiceDrawer key={open.id} service={open} onClosed={close} />}
    </SheetSection>
  );
}
