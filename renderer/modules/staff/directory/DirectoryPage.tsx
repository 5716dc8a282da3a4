import { Badge, Button, Group, Pagination, Select, Stack, Text, TextInput } from '@mantine/core';
import { IconPrinter, IconUser } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useSession } from '#renderer/app/session.ts';
import { useComposing } from '#renderer/components/composing/use-composing.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { PlaceLink } from '#renderer/components/link/PlaceLink.tsx';
import { Page } from '#renderer/components/page/Page.tsx';
import { PaperPreview, type Paper } from '#renderer/components/paper/PaperPreview.tsx';
import { QrCode } from '#renderer/components/qr/QrCode.tsx';
import type { Contact } from '#shared/modules/staff/directory/directory.schema.ts';
import { vCardOf } from '#shared/modules/staff/directory/vcard.rules.ts';
import { memberPlace, staffPlace } from '../places.ts';
import classes from '../staff.module.css';
import { useStaffGrids } from '../use-staff-options.ts';
import { usePhotos } from './use-photos.ts';

const PAGE = 24;

/** Who can be rung, for what and where: cards with picture and code, one card or the whole board on paper. */
export default function DirectoryPage() {
  const { formatMessage } = useIntl();
  const { communityName } = useSession();
  const grids = useStaffGrids();
  const [gridId, setGridId] = useState<string | null>(null);
  const [text, setText] = useState('');
  const [page, setPage] = useState(1);
  const [paper, setPaper] = useState<Paper | null>(null);
  const { isComposing, listeners } = useComposing();
  const { data, error, refetch } = useQuery({ ...api.staff.listContacts({ gridId, text: text.trim().slice(0, 50), offset: (page - 1) * PAGE, limit: PAGE }), enabled: !isComposing });
  const rows = data?.rows ?? [];
  const photos = usePhotos(rows);
  const codeOf = (contact: Contact): string => vCardOf({ name: contact.name, duty: contact.duty, phone: contact.phone, organisation: communityName });
  const print = (contacts: readonly Contact[], title: string) =>
    setPaper({ title, entity: 'staff.directory', entityId: '', rows: contacts.length, asksReason: false, startsLandscape: false, isPublic: true, blocks: [{ kind: 'cards', heading: '', cards: contacts.filter(({ phone }) => phone !== '').map((contact) => ({ title: contact.name, lines: [contact.duty, contact.gridName, contact.phone].filter(Boolean), picture: photos.get(contact.id) ?? null, code: codeOf(contact) })) }] });
  return (
    <Page
      title={formatMessage({ id: 'directory.title' })}
      {...(data && { figure: formatMessage({ id: 'directory.figure' }, { count: data.count }) })}
      actions={rows.length > 0 && <Button size="xs" variant="default" leftSection={<IconPrinter size={16} aria-hidden />} onClick={() => print(rows, formatMessage({ id: 'directory.board' }))}><FormattedMessage id="directory.print-board" /></Button>}
    >
      <Stack gap="md">
        <Group gap="sm" align="end">
          <TextInput size="xs" w={240} label={formatMessage({ id: 'staff.members-search' })} value={text} {...listeners} onChange={(event) => { setText(event.currentTarget.value); setPage(1); }} />
          <Select size="xs" w={220} label={formatMessage({ id: 'staff.field.gridId' })} data={grids} value={gridId} searchable clearable comboboxProps={{ transitionProps: { duration: 0 } }} onChange={(value) => { setGridId(value); setPage(1); }} />
          <Group gap="md" ml="auto"><PlaceLink to={staffPlace({ phone: 'missing' })}><FormattedMessage id="directory.missing" /></PlaceLink><PlaceLink to={staffPlace({ phone: 'old' })}><FormattedMessage id="directory.old" /></PlaceLink></Group>
        </Group>
        <ErrorNote error={error} onRetry={() => void refetch()} />
        {data?.count === 0 && <Text size="sm" c="dimmed"><FormattedMessage id="directory.none" /></Text>}
        <div className={classes['contacts']}>{rows.map((contact) => <ContactCard key={contact.id} contact={contact} photo={photos.get(contact.id)} code={codeOf(contact)} onPrint={() => print([contact], formatMessage({ id: 'directory.card-of' }, { name: contact.name }))} />)}</div>
        {data && data.count > PAGE && <Pagination size="sm" total={Math.ceil(data.count / PAGE)} value={page} onChange={setPage} getControlProps={(control) => ({ 'aria-label': formatMessage({ id: `directory.page-${control}` }) })} />}
      </Stack>
      {paper && <PaperPreview paper={paper} onClose={() => setPaper(null)} />}
    </Page>
  );
}

type ContactCardProps = { readonly contact: Contact; readonly photo: string | undefined; readonly code: string; readonly onPrint: () => void };

function ContactCard({ contact, photo, code, onPrint }: ContactCardProps) {
  const { formatMessage } = useIntl();
  return (
    <article className={classes['contact']} aria-label={contact.name}>
      <div className={classes['photo']} style={{ width: 64, height: 80 }}>{photo ? <img src={photo} alt="" /> : <IconUser size={28} stroke={1.2} aria-hidden />}</div>
      <Stack gap={2}>
        <Group gap={6}><PlaceLink to={memberPlace(contact.id)} inherit fw={600}>{contact.name}</PlaceLink>{contact.isResponsible && <Badge size="xs" variant="light"><FormattedMessage id="appointment.responsible" /></Badge>}</Group>
        <Text size="sm">{contact.duty}</Text>
        <Text size="sm" c="dimmed">{contact.gridName}</Text>
        {contact.phone === '' ? <Text size="sm" c="red"><FormattedMessage id="directory.no-phone" /></Text> : <Text size="sm" fw={600} style={{ fontVariantNumeric: 'tabular-nums' }}>{contact.phone}</Text>}
        {contact.phone !== '' && <Button size="compact-xs" variant="subtle" px={0} style={{ alignSelf: 'start' }} onClick={onPrint}><FormattedMessage id="directory.print-card" /></Button>}
      </Stack>
      {contact.phone !== '' && <div className={classes['qr']}><QrCode text={code} label={formatMessage({ id: 'directory.code-of' }, { name: contact.name })} /></div>}
    </article>
  );
}
