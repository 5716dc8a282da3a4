import { Group, Rating, Stack, Text, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { ConfirmDialog } from '#renderer/components/confirm/ConfirmDialog.tsx';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import type { EnrolmentRow } from '#shared/modules/training-assessment/training/sheet.schema.ts';

const ASPECTS = ['content', 'trainer', 'use'] as const;
const MIDDLE = 4;

/** What one person of the class says about it, copied from the slip. */
export function FeedbackDialog({ enrolment, onClose }: { readonly enrolment: EnrolmentRow; readonly onClose: () => void }) {
  const { formatMessage } = useIntl();
  const [stars, setStars] = useState({ content: MIDDLE, trainer: MIDDLE, use: MIDDLE });
  const [comment, setComment] = useState('');
  const keep = useMutation(api.trainingAssessment.keepFeedback());
  return (
    <ConfirmDialog
      opened
      title={formatMessage({ id: 'training.feedback.title' }, { name: enrolment.memberName })}
      consequence={formatMessage({ id: 'training.feedback.about' })}
      confirmLabel={formatMessage({ id: 'common.save' })}
      pending={keep.isPending}
      onConfirm={() => keep.mutate({ classId: enrolment.classId, memberId: enrolment.memberId, ...stars, comment }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <Stack gap="sm">
        <ErrorNote error={keep.error} />
        {ASPECTS.map((aspect) => {
          const label = formatMessage({ id: `training.feedback.${aspect}` });
          return (
            <Group key={aspect} justify="space-between">
              <Text size="sm">{label}</Text>
              <Rating value={stars[aspect]} onChange={(value) => setStars({ ...stars, [aspect]: Math.max(1, value) })} getSymbolLabel={(value) => `${label} ${value}`} />
            </Group>
          );
        })}
        <Textarea label={formatMessage({ id: 'training.feedback.comment' })} autosize minRows={2} maxLength={500} value={comment} onChange={(event) => setComment(event.currentTarget.value)} />
      </Stack>
    </ConfirmDialog>
  );
}
