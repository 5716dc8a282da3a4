import { Group, List, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { Figure } from '#renderer/components/figure/Figure.tsx';
import type { ClassRow } from '#shared/modules/training-assessment/training/class.schema.ts';
import { SheetSection } from '#renderer/components/page/SheetSection.tsx';

const HUNDREDTHS = 100;

/** What the class was told about itself: averages with the number of answers, and comments without names. */
export function FeedbackSection({ row }: { readonly row: ClassRow }) {
  const { formatMessage, formatNumber } = useIntl();
  const { data } = useQuery(api.trainingAssessment.summariseFeedback({ classId: row.id }));
  if (!data || (row.state === 'planned' && data.answers === 0)) return null;
  return (
    <SheetSection title="training.feedback">
      {data.answers === 0 && <Text size="sm" c="dimmed"><FormattedMessage id="training.feedback.none" /></Text>}
      {data.answers > 0 && (
        <Group gap="xl" align="flex-start">
          {(['content', 'trainer', 'use'] as const).map((aspect) => <Figure key={aspect} label={formatMessage({ id: `training.feedback.${aspect}` })} value={formatNumber((data[aspect] ?? 0) / HUNDREDTHS, { minimumFractionDigits: 2, maximumFractionDigits: 2 })} unit={formatMessage({ id: 'training.feedback.of-five' })} definition={formatMessage({ id: 'training.feedback.definition' }, { answers: data.answers, enrolled: data.enrolled })} />)}
        </Group>
      )}
      {data.comments.length > 0 && <List size="sm">{data.comments.map((comment) => <List.Item key={comment}>{comment}</List.Item>)}</List>}
    </SheetSection>
  );
}
