import { useQuery } from '@tanstack/react-query';
import { useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { Page } from '#renderer/components/page/Page.tsx';
import { MemberTrainingView } from './MemberTrainingView.tsx';
import { useTrainingId } from './use-training-id.ts';

/** The training of one person. */
export default function MemberPage() {
  const { formatMessage } = useIntl();
  const id = useTrainingId();
  const { data, error, refetch } = useQuery(api.trainingAssessment.getMemberTraining({ id }));
  if (!data) return <Page title={formatMessage({ id: 'training.member' })}><ErrorNote error={error} onRetry={() => void refetch()} /></Page>;
  return <Page title={data.name} figure={formatMessage({ id: 'training.member' })}><MemberTrainingView training={data} /></Page>;
}
