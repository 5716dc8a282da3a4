import { ActionIcon, Button, Group, NumberInput, SimpleGrid, Table, Text, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useMay } from '#renderer/app/session.ts';
import { ConfirmDialog } from '#renderer/components/confirm/ConfirmDialog.tsx';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { DayInput } from '#renderer/components/record-form/DayInput.tsx';
import { localToday } from '#renderer/components/record-form/typed-day.ts';
import { DayText } from '#renderer/components/time/DayText.tsx';
import type { Sheet } from '#shared/modules/training-assessment/assessment/sheet.schema.ts';
import { PointsInput } from '../PointsInput.tsx';
import { Section } from '../Section.tsx';
import { usePoints } from '../use-points.ts';

type Open = 'review' | 'adjust';

/** What many gave, counted, and what happened: residents' reviews and recorded events. */
export function ManySection({ sheet }: { readonly sheet: Sheet }) {
  const [open, setOpen] = useState<Open | null>(null);
  const mayAdd = useMay()('assessment.score') && ['self', 'returned', 'reported'].includes(sheet.state);
  const asks = (kind: 'resident' | 'adjust') => sheet.lines.some((line) => line.kind === kind);
  const button = (act: Open) => mayAdd && <Button size="xs" variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setOpen(act)}><FormattedMessage id={`assessment.add.${act}`} /></Button>;
  return (
    <>
      {asks('resident') && <Section title="assessment.reviews" actions={button('review')}><Reviews sheet={sheet} mayRemove={mayAdd} /></Section>}
      {asks('adjust') && <Section title="assessment.adjustments" actions={button('adjust')}><Adjustments sheet={sheet} mayRemove={mayAdd} /></Section>}
      {open === 'review' && <ReviewDialog sheet={sheet} onClose={() => setOpen(null)} />}
      {open === 'adjust' && <AdjustDialog sheet={sheet} onClose={() => setOpen(null)} />}
    </>
  );
}

type ListProps = { readonly sheet: Sheet; readonly mayRemove: boolean };

function Reviews({ sheet, mayRemove }: ListProps) {
  const { formatMessage } = useIntl();
  const remove = useMutation(api.trainingAssessment.removeReview());
  const asked = sheet.reviews.reduce((sum, { satisfied, fair, unsatisfied }) => sum + satisfied + fair + unsatisfied, 0);
  return (
    <>
      <ErrorNote error={remove.error} />
      <Text size="sm" c="dimmed">{formatMessage({ id: 'assessment.reviews-figure' }, { asked, least: sheet.leastResidents })}</Text>
      {sheet.reviews.length > 0 && (
        <Table aria-label={formatMessage({ id: 'assessment.reviews' })} verticalSpacing={4}>
          <Table.Thead><Table.Tr>{(['heldOn', 'place', 'satisfied', 'fair', 'unsatisfied'] as const).map((head) => <Table.Th key={head} scope="col">{formatMessage({ id: `assessment.field.${head}` })}</Table.Th>)}<Table.Td /></Table.Tr></Table.Thead>
          <Table.Tbody>
            {sheet.reviews.map((review) => (
              <Table.Tr key={review.id}>
                <Table.Td><DayText day={review.heldOn} /></Table.Td><Table.Td>{review.place}</Table.Td><Table.Td>{review.satisfied}</Table.Td><Table.Td>{review.fair}</Table.Td><Table.Td>{review.unsatisfied}</Table.Td>
                <Table.Td ta="end">{mayRemove && <Remove label={formatMessage({ id: 'assessment.remove-review' }, { place: review.place })} onRemove={() => remove.mutate({ id: review.id, version: review.version })} />}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </>
  );
}

function Adjustments({ sheet, mayRemove }: ListProps) {
  const { formatMessage } = useIntl();
  const points = usePoints();
  const remove = useMutation(api.trainingAssessment.removeAdjustment());
  return (
    <>
      <ErrorNote error={remove.error} />
      {sheet.adjustments.length === 0 && <Text size="sm" c="dimmed"><FormattedMessage id="assessment.adjustments-none" /></Text>}
      {sheet.adjustments.length > 0 && (
        <Table aria-label={formatMessage({ id: 'assessment.adjustments' })} verticalSpacing={4}>
          <Table.Tbody>
            {sheet.adjustments.map((one) => (
              <Table.Tr key={one.id}>
                <Table.Td><DayText day={one.happenedOn} /></Table.Td><Table.Td>{one.reason}</Table.Td><Table.Td>{one.basis}</Table.Td><Table.Td ta="end">{one.points > 0 ? '+' : ''}{points(one.points)}</Table.Td>
                <Table.Td ta="end">{mayRemove && <Remove label={formatMessage({ id: 'assessment.remove-adjustment' }, { reason: one.reason })} onRemove={() => remove.mutate({ id: one.id, version: one.version })} />}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </>
  );
}

const Remove = ({ label, onRemove }: { readonly label: string; readonly onRemove: () => void }) => <ActionIcon variant="subtle" color="gray" size="sm" aria-label={label} onClick={onRemove}><IconTrash size={16} aria-hidden /></ActionIcon>;

type DialogProps = { readonly sheet: Sheet; readonly onClose: () => void };

function ReviewDialog({ sheet, onClose }: DialogProps) {
  const { formatMessage } = useIntl();
  const [typed, setTyped] = useState({ heldOn: localToday() as string | null, place: '', satisfied: 0, fair: 0, unsatisfied: 0 });
  const record = useMutation(api.trainingAssessment.recordReview());
  const count = (field: 'satisfied' | 'fair' | 'unsatisfied') => <NumberInput label={formatMessage({ id: `assessment.field.${field}` })} required min={0} allowDecimal={false} allowNegative={false} hideControls value={typed[field]} onChange={(value) => setTyped({ ...typed, [field]: Number(value) })} />;
  return (
    <ConfirmDialog opened onClose={onClose} title={formatMessage({ id: 'assessment.add.review' })} confirmLabel={formatMessage({ id: 'common.save' })} pending={record.isPending} consequence={<><ErrorNote error={record.error} /><FormattedMessage id="assessment.review-about" /></>}
      onConfirm={() => record.mutate({ sheetId: sheet.id, ...typed, heldOn: typed.heldOn ?? '', note: '' }, { onSuccess: onClose })}>
      <Group grow align="start">
        <DayInput label={formatMessage({ id: 'assessment.field.heldOn' })} required value={typed.heldOn} onChange={(heldOn) => setTyped({ ...typed, heldOn })} />
        <TextInput label={formatMessage({ id: 'assessment.field.place' })} required maxLength={100} value={typed.place} onChange={(event) => setTyped({ ...typed, place: event.currentTarget.value })} data-autofocus />
      </Group>
      <SimpleGrid cols={3}>{count('satisfied')}{count('fair')}{count('unsatisfied')}</SimpleGrid>
    </ConfirmDialog>
  );
}

function AdjustDialog({ sheet, onClose }: DialogProps) {
  const { formatMessage } = useIntl();
  const [typed, setTyped] = useState({ happenedOn: localToday() as string | null, points: 0, reason: '', basis: '' });
  const record = useMutation(api.trainingAssessment.recordAdjustment());
  const words = (field: 'reason' | 'basis', max: number) => <TextInput label={formatMessage({ id: `assessment.field.${field}` })} required maxLength={max} value={typed[field]} onChange={(event) => setTyped({ ...typed, [field]: event.currentTarget.value })} />;
  return (
    <ConfirmDialog opened onClose={onClose} title={formatMessage({ id: 'assessment.add.adjust' })} confirmLabel={formatMessage({ id: 'common.save' })} pending={record.isPending} consequence={<><ErrorNote error={record.error} /><FormattedMessage id="assessment.adjust-about" /></>}
      onConfirm={() => record.mutate({ sheetId: sheet.id, ...typed, happenedOn: typed.happenedOn ?? '' }, { onSuccess: onClose })}>
      <Group grow align="start">
        <DayInput label={formatMessage({ id: 'assessment.field.happenedOn' })} required value={typed.happenedOn} onChange={(happenedOn) => setTyped({ ...typed, happenedOn })} />
        <PointsInput label={formatMessage({ id: 'assessment.field.points' })} required maySubtract score={null} onScore={(points) => setTyped({ ...typed, points: points ?? 0 })} data-autofocus />
      </Group>
      {words('reason', 300)}
      {words('basis', 200)}
    </ConfirmDialog>
  );
}
