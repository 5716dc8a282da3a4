import { Badge, Button, Menu, Select, Stack, Text } from '@mantine/core';
import { IconArrowsExchange, IconLock, IconPlus, IconTableExport, IconTableImport } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { z } from 'zod';
import { api } from '#renderer/api/index.ts';
import { useMay } from '#renderer/app/session.ts';
import { useGoTo } from '#renderer/components/link/use-go-to.ts';
import { Page } from '#renderer/components/page/Page.tsx';
import { PrintButton } from '#renderer/components/paper/PrintButton.tsx';
import { QueryState } from '#renderer/components/QueryState.tsx';
import { localToday } from '#renderer/components/record-form/typed-day.ts';
import { raisesSchema, type LineRow, type YearPage as YearData } from '#shared/modules/budget/year/year.schema.ts';
import type { Raise } from '#shared/modules/staff/grades/subsidy.schema.ts';
import { LineTable } from './LineTable.tsx';
import { AdjustDialog, AmountDialog, CloseYearDialog, OpenYearDialog } from './YearDialogs.tsx';
import { EditLineDrawer, NewLineDrawer } from './LineDrawer.tsx';
import { StaffDialog } from './StaffDialog.tsx';
import { useYearPaper } from './use-year-paper.ts';
import { YearExport, type YearList } from './YearExport.tsx';

export type YearAct = 'open' | 'new' | 'adjust' | 'close' | { readonly act: 'edit' | 'ask' | 'approve' | 'adjust' | 'staff'; readonly line: LineRow } | { readonly export: YearList };
/** `raises`: a simulation of staff that is to be taken over into the salary line. */
const searchSchema = z.object({ year: z.coerce.number().int().optional().catch(undefined), raises: raisesSchema.optional().catch(undefined) });

/** A year's budget: last year, norm × quantity, asked, approved, adjusted, committed, spent, free, each opening its entries. */
export default function YearPage() {
  const { formatMessage } = useIntl();
  const may = useMay();
  const { year: asked, raises } = searchSchema.parse(useSearch({ strict: false }));
  const [year, setYear] = useState(asked ?? Number(localToday().slice(0, 4)));
  const [open, setOpen] = useState<YearAct | null>(null);
  const [isTaken, setTaken] = useState(false);
  const { data: years } = useQuery(api.budget.listYears({}));
  const isKnown = years?.some((one) => one.year === year) === true;
  const page = useQuery({ ...api.budget.getYearPage({ year }), enabled: isKnown });
  const isOpen = page.data?.year.closedAt === null;
  const mayManage = may('budget.manage');
  const salary = page.data?.lines.find(({ kind }) => kind === 'salary');
  const handedOver: YearAct | null = raises !== undefined && !isTaken && mayManage && isOpen && salary ? { act: 'staff', line: salary } : null;
  const close = () => {
    setOpen(null);
    setTaken(true);
  };
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
      <Dialogs open={open ?? handedOver} page={page.data} year={year} raises={raises ?? []} onYear={setYear} onClose={close} />
    </Page>
  );
}

function ExportMenu({ onOpen }: { readonly onOpen: (act: YearAct) => void }) {
  const may = useMay();
  const goTo = useGoTo();
  const mayImport = may('budget.manage') && may('imports.run');
  if (!may('exports.run')) return null;
  return (
    <Menu position="bottom-end" transitionProps={{ duration: 0 }}>
      <Menu.Target><Button size="xs" variant="default" leftSection={<IconTableExport size={16} aria-hidden />}><FormattedMessage id="budget.export" /></Button></Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => onOpen({ export: 'budget.year' })}><FormattedMessage id="audit.entity.budget.year" /></Menu.Item>
        <Menu.Item onClick={() => onOpen({ export: 'budget.settlement' })}><FormattedMessage id="audit.entity.budget.settlement" /></Menu.Item>
        {mayImport && <Menu.Divider />}
        {mayImport && <Menu.Item leftSection={<IconTableImport size={16} aria-hidden />} onClick={() => goTo('/system/imports')}><FormattedMessage id="budget.year.import" /></Menu.Item>}
      </Menu.Dropdown>
    </Menu>
  );
}

function YearPrint({ page }: { readonly page: YearData }) {
  return <PrintButton paper={useYearPaper(page)} />;
}

type DialogsProps = { readonly open: YearAct | null; readonly page: YearData | undefined; readonly year: number; readonly raises: readonly Raise[]; readonly onYear: (year: number) => void; readonly onClose: () => void };

function Dialogs({ open, page, year, raises, onYear, onClose }: DialogsProps) {
  if (open === null) return null;
  if (open === 'open') return <OpenYearDialog standingSourceId={page?.lines.find(({ kind }) => kind === 'salary')?.sourceId ?? null} onOpened={onYear} onClose={onClose} />;
  if (page === undefined) return null;
  if (open === 'new') return <NewLineDrawer year={year} onClosed={onClose} />;
  if (open === 'adjust') return <AdjustDialog lines={page.lines} from={null} onClose={onClose} />;
  if (open === 'close') return <CloseYearDialog page={page} onClose={onClose} />;
  if ('export' in open) return <YearExport list={open.export} year={year} onClose={onClose} />;
  if (open.act === 'edit') return <EditLineDrawer key={open.line.id} line={open.line} onClosed={onClose} />;
  if (open.act === 'staff') return <StaffDialog key={open.line.id} line={open.line} raises={raises} onClose={onClose} />;
  if (open.act === 'adjust') return <AdjustDialog lines={page.lines} from={open.line.id} onClose={onClose} />;
  return <AmountDialog line={open.line} act={open.act} onClose={onClose} />;
}
