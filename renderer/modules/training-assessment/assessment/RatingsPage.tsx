import { Button, Select, Stack, Text, Textarea } from '@mantine/core';
import { IconMessageReply, IconPlus, IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useDeskCommand } from '#renderer/app/commands.ts';
import { useMay } from '#renderer/app/session.ts';
import { ConfirmDialog } from '#renderer/components/confirm/ConfirmDialog.tsx';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { Facts } from '#renderer/components/facts/Facts.tsx';
import { useResumedDraft } from '#renderer/components/form/resumed-draft.ts';
import { flagFilter } from '#renderer/components/ledger/filter-editors.tsx';
import { ledgerSource, type LedgerAction, type LedgerColumn, type LedgerFilter, type SortOrder } from '#renderer/components/ledger/ledger-list.ts';
import { LedgerTable } from '#renderer/components/ledger/LedgerTable.tsx';
import { PlaceLink } from '#renderer/components/link/PlaceLink.tsx';
import { Page } from '#renderer/components/page/Page.tsx';
import { DayText } from '#renderer/components/time/DayText.tsx';
import { bodyFilterSchema } from '#shared/modules/grid/territory/bodies/body.schema.ts';
import { ratingFilterSchema, type RatingFilter, type RatingRow } from '#shared/modules/training-assessment/assessment/two-way.schema.ts';
import { RatingDrawer } from './results/RatingDrawer.tsx';

type SortField = 'ratedOn' | 'stars' | 'departmentName';
const NEWEST = { field: 'ratedOn', direction: 'desc' } as const;
const EXPORT = { list: 'trainingAssessment.departmentRatings', query: (filter: RatingFilter, sort: SortOrder<SortField>) => ({ filter, sort }) };

function useColumns(): readonly LedgerColumn<RatingRow, SortField>[] {
  const { formatMessage } = useIntl();
  return useMemo(() => {
    const title = (field: 'ratedOn' | 'departmentName' | 'gridName' | 'matterNo' | 'stars' | 'comment' | 'reply' | 'repliedOn') => formatMessage({ id: `assessment.field.${field}` });
    return [
      { id: 'departmentName', title: title('departmentName'), width: 150, leading: true, sort: 'departmentName', text: (row) => row.departmentName },
      { id: 'ratedOn', title: title('ratedOn'), width: 120, sort: 'ratedOn', text: (row) => row.ratedOn, cell: (row) => <DayText day={row.ratedOn} /> },
      { id: 'stars', title: title('stars'), width: 70, figures: true, sort: 'stars', text: (row) => String(row.stars) },
      { id: 'matterNo', title: title('matterNo'), width: 230, text: (row) => [row.matterNo, row.matterSubject].filter(Boolean).join(' '), cell: (row) => (row.matterId === null ? row.matterNo : <PlaceLink to={`/grid/matters/${row.matterId}`} inherit underline="always">{row.matterNo} {row.matterSubject}</PlaceLink>) },
      { id: 'gridName', title: title('gridName'), width: 140, text: (row) => row.gridName || formatMessage({ id: 'assessment.whole-community' }) },
      { id: 'comment', title: title('comment'), width: 240, text: (row) => row.comment },
      { id: 'reply', title: title('reply'), width: 240, text: (row) => row.reply },
      { id: 'repliedOn', title: title('repliedOn'), width: 120, hiddenAtFirst: true, text: (row) => row.repliedOn ?? '', cell: (row) => (row.repliedOn === null ? '' : <DayText day={row.repliedOn} />) },
    ];
  }, [formatMessage]);
}

function useFilters(): readonly LedgerFilter<RatingFilter>[] {
  const { formatMessage } = useIntl();
  const { data } = useQuery(api.grid.listBodies({ filter: bodyFilterSchema.parse({ kinds: ['department'] }), limit: 200 }));
  return useMemo(() => {
    const label = formatMessage({ id: 'assessment.field.departmentName' });
    const departments = (data ?? []).map(({ id, name }) => ({ value: id, label: name }));
    const flag = (id: 'low' | 'unanswered') => flagFilter({ id, label: formatMessage({ id: `assessment.filter.${id}` }), yes: formatMessage({ id: 'common.yes' }), of: (filter: RatingFilter) => filter[id], put: (filter, isSet) => ({ ...filter, [id]: isSet }) });
    return [
      {
        id: 'department',
        label,
        describe: ({ departmentId }) => (departmentId === null ? null : (departments.find(({ value }) => value === departmentId)?.label ?? label)),
        without: (filter) => ({ ...filter, departmentId: null }),
        editor: (filter, change) => <Select label={label} data={departments} value={filter.departmentId} searchable clearable data-autofocus comboboxProps={{ withinPortal: false, transitionProps: { duration: 0 } }} onChange={(departmentId) => change({ ...filter, departmentId })} />,
      },
      flag('low'),
      flag('unanswered'),
    ];
  }, [formatMessage, data]);
}

/** What grids and the community said of departments, and what these answered. */
export default function RatingsPage() {
  const { formatMessage } = useIntl();
  const may = useMay();
  const columns = useColumns();
  const filters = useFilters();
  const [open, setOpen] = useState<'new' | { readonly act: 'reply' | 'remove'; readonly rating: RatingRow } | null>(null);
  const [mayRate, mayReply] = [may('assessment.rate'), may('assessment.score')];
  useDeskCommand(mayRate && open === null ? { id: 'record.new', title: 'assessment.rate-department', accelerator: 'CmdOrCtrl+N', run: () => setOpen('new') } : null);
  useResumedDraft('assessment-rating', (id) => id === null && setOpen('new'));
  const source = useCallback(
    (filter: RatingFilter) =>
      ledgerSource({
        rows: (window: { offset: number; limit: number; sort: SortOrder<SortField> }) => api.trainingAssessment.listDepartmentRatings({ filter, ...window }),
        rowsIn: (rows) => rows,
        count: api.trainingAssessment.countDepartmentRatings({ filter }),
        countIn: ({ count }) => count,
      }),
    [],
  );
  const actions = useMemo(
    (): readonly LedgerAction<RatingRow>[] => [
      ...(mayReply ? [{ id: 'reply', label: formatMessage({ id: 'assessment.reply' }), icon: <IconMessageReply size={16} aria-hidden />, run: (rating: RatingRow) => setOpen({ act: 'reply', rating }) }] : []),
      ...(mayRate ? [{ id: 'remove', label: formatMessage({ id: 'assessment.remove-rating' }), icon: <IconTrash size={16} aria-hidden />, danger: true, run: (rating: RatingRow) => setOpen({ act: 'remove', rating }) }] : []),
    ],
    [formatMessage, mayReply, mayRate],
  );
  const close = () => setOpen(null);
  return (
    <Page wide title={formatMessage({ id: 'assessment.ratings' })} actions={mayRate && <Button size="xs" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setOpen('new')}><FormattedMessage id="assessment.rate-department" /></Button>}>
      <LedgerTable
        id="assessment.ratings"
        label={formatMessage({ id: 'assessment.ratings' })}
        columns={columns}
        source={source}
        filterSchema={ratingFilterSchema}
        filters={filters}
        sort={NEWEST}
        nameOf={({ departmentName, matterNo }) => `${departmentName} ${matterNo}`}
        onOpen={(rating) => mayReply && setOpen({ act: 'reply', rating })}
        peek={(row) => <Facts facts={columns.map((column) => ({ id: column.id, label: column.title, value: column.cell?.(row) ?? column.text(row) }))} />}
        actions={actions}
        exportAs={EXPORT}
        empty={<Stack gap={4} align="center"><Text fw={600}><FormattedMessage id="assessment.ratings-empty" /></Text><Text size="sm"><FormattedMessage id="assessment.ratings-empty-next" /></Text></Stack>}
      />
      {open === 'new' && <RatingDrawer onClosed={close} />}
      {open !== null && open !== 'new' && open.act === 'reply' && <ReplyDialog rating={open.rating} onClose={close} />}
      {open !== null && open !== 'new' && open.act === 'remove' && <RemoveRating rating={open.rating} onClose={close} />}
    </Page>
  );
}

type DialogProps = { readonly rating: RatingRow; readonly onClose: () => void };

function ReplyDialog({ rating, onClose }: DialogProps) {
  const { formatMessage } = useIntl();
  const [reply, setReply] = useState(rating.reply);
  const save = useMutation(api.trainingAssessment.replyToRating());
  return (
    <ConfirmDialog opened onClose={onClose} title={formatMessage({ id: 'assessment.reply-title' }, { department: rating.departmentName })} confirmLabel={formatMessage({ id: 'common.save' })} pending={save.isPending}
      consequence={<><ErrorNote error={save.error} />{formatMessage({ id: 'assessment.reply-about' }, { stars: rating.stars, matter: rating.matterNo, comment: rating.comment })}</>} onConfirm={() => save.mutate({ id: rating.id, version: rating.version, reply }, { onSuccess: onClose })}>
      <Textarea label={formatMessage({ id: 'assessment.field.reply' })} required autosize minRows={3} maxLength={500} value={reply} onChange={(event) => setReply(event.currentTarget.value)} data-autofocus />
    </ConfirmDialog>
  );
}

function RemoveRating({ rating, onClose }: DialogProps) {
  const { formatMessage } = useIntl();
  const remove = useMutation(api.trainingAssessment.removeDepartmentRating());
  return <ConfirmDialog opened danger onClose={onClose} title={formatMessage({ id: 'assessment.remove-rating' })} confirmLabel={formatMessage({ id: 'assessment.remove-rating' })} pending={remove.isPending} consequence={<><ErrorNote error={remove.error} /><FormattedMessage id="assessment.remove-rating-consequence" /></>} onConfirm={() => remove.mutate({ id: rating.id, version: rating.version }, { onSuccess: onClose })} />;
}
