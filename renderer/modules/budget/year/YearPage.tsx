import { Badge, Button, Menu, Select, Stack, Text } from '@mantine/core';
import { IconArrowsExchange, IconLock, IconPlus, IconTableExport } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { z } from 'zod';
import { api } from '#renderer/api/index.ts';
import { useMay } from '#renderer/app/session.ts';
import { Page } from '#renderer/components/page/Page.tsx';
import { PrintButton } from '#renderer/components/paper/PrintButton.tsx';
import { QueryState } from '#renderer/components/QueryState.tsx';
import { localToday } from '#renderer/components/record-form/typed-day.ts';
import type { LineRow, YearPage as YearData } from '#shared/modules/budget/year/year.schema.ts';
import { LineTable } from './LineTable.tsx';
import { AdjustDialog, AmountDialog, CloseYearDialog, OpenYearDialog } from './YearDialogs.tsx';
import { EditLineDrawer, NewLineDrawer } from './LineDrawer.tsx';
import { useYearPaper } from './use-year-paper.ts';
import { YearExport, type YearList } from './YearExport.tsx';

export type YearAct = 'open' | 'new' | 'adjust' | 'close' | { readonly act: 'edit' | 'ask' | 'approve' | 'adjust'; readonly line: LineRow } | { readonly export: YearList };
const searchSchema = z.object({ year: z.coerce.number().int().optional().catch(undefined) });

/** A year's budget: last year, norm × quantity, asked, approved, adjusted, committed, spent, free, each opening its entries. */
export default function YearPage() {
  const { formatMessage } = useIntl();
  const may = useMay();
  const asked = searchSchema.parse(useSearch({ strict: false })).year;
  const [year, setYear] = useState(asked ?? Number(localToday().slice(0, 4)));
  const [open, setOpen] = useState<YearAct | null>(null);
  const { data: years } = useQuery(api.budget.listYears({}));
  const isKnown = years?.some((one) => one.year === year) === true;
  const page = useQuery({ ...api.budget.getYearPage({ year }), enabled: isKnown });
  const isOpen = page.data?.year.closedAt === null;
  const mayManage = may('budget.manage');
  const close = () => setOpen(null);
  return (
    <Page
      wide
      title={formatMessage({ id: 'budget.year' })}
      figure={page.data && !isOpen && <Badge variant="light" color="gray" leftSection={<IconLock size={12} aria-hidden />}>{formatMessage({ id: 'budget.year.closed-by' }, { by: page.data.year.closedBy })}</Badge>}
      actions={
        <>
          <Select size="xs" w={100} aria-label={formatMessage({ id: 'budget.field.year' })} allowDeselect={false} data={(years ?? []).map((one) => String(one.year))} value={isKnown ? String(year) : null} onChange={(value) => value !== null && setYear(Number(value))} comboboxProps={{ transitionProps: { duration: 0 } }} />
          {page.data && <YearPrint page={page.data} />}
          {page.data && <ExportMenu onOpen={setOpen} />}
          {mayManage && isOpen && <Button size="xs" variant="default" leftSection={<IconArrowsExchange size={16} aria-hidden />} onClick={() => setOpen('adjust')}><FormattedMessage id="budget.year.adjust" /></Button>}
          {may('budget.close-year') && isOpen && <Button size="xs" variant="default" leftSection={<IconLock size={16} aria-hidden />} onClick={() => setOpen('close')}><FormattedMessage id="budget.year.close" /></Button>}
          {mayManage && <Button size="xs" variant="default" onClick={() => setOpen('open')}><FormattedMessage id="budget.year.open" /></Button>}
          {mayManage && isOpen && <Button size="xs" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setOpen('new')}><FormattedMessage id="budget.line.new" /></Button>}
        </>
      }
    >
      {years !== undefined && !isKnown && <Stack p="md" align="center"><Text fw={600}><FormattedMessage id="budget.year.none" values={{ year: String(year) }} /></Text><Text size="sm"><FormattedMessage id="budget.year.none-next" /></Text></Stack>}
      {isKnown && <QueryState query={page}>{(data) => <LineTable page={data} {...(mayManage && isOpen && { onAct: setOpen })} />}</QueryState>}
      <Dialogs open={open} page={page.data} year={year} onYear={setYear} onClose={close} />
    </Page>
  );
}

function ExportMenu({ onOpen }: { readonly onOpen: (act: YearAct) => void }) {
  if (!useMay()('exports.run')) return null;
  return (
    <Menu position="bottom-end" transitionProps={{ duration: 0 }}>
      <Menu.Target><Button size="xs" variant="default" leftSection={<IconTableExport size={16} aria-hidden />}><FormattedMessage id="budget.export" /></Button></Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => onOpen({ export: 'budget.year' })}><FormattedMessage id="audit.entity.budget.year" /></Menu.Item>
        <Menu.Item onClick={() => onOpen({ export: 'budget.settlement' })}><FormattedMessage id="audit.entity.budget.settlement" /></Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function YearPrint({ page }: { readonly page: YearData }) {
  return <PrintButton paper={useYearPaper(page)} />;
}

type DialogsProps = { readonly open: YearAct | null; readonly page: YearData | undefined; readonly year: number; readonly onYear: (year: number) => void; readonly onClose: () => void };

function Dialogs({ open, page, year, onYear, onClose }: DialogsProps) {
  if (open === null) return null;
  if (open === 'open') return <OpenYearDialog onOpened={onYear} onClose={onClose} />;
  if (page === undefined) return null;
  if (open === 'new') return <NewLineDrawer year={year} onClosed={onClose} />;
  if (open === 'adjust') return <AdjustDialog lines={page.lines} from={null} onClose={onClose} />;
  if (open === 'close') return <CloseYearDialog page={page} onClose={onClose} />;
  if ('export' in open) return <YearExport list={open.export} year={year} onClose={onClose} />;
  if (open.act === 'edit') return <EditLineDrawer key={open.line.id} line={open.line} onClosed={onClose} />;
  if (open.act === 'adjust') return <AdjustDialog lines={page.lines} from={open.line.id} onClose={onClose} />;
  return <AmountDialog line={open.line} act={open.act} onClose={onClose} />;
}
