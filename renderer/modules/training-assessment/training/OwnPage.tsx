import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useSession } from '#renderer/app/session.ts';
import { Page } from '#renderer/components/page/Page.tsx';
import { QueryState } from '#renderer/components/QueryState.tsx';
import { MemberTrainingView } from './MemberTrainingView.tsx';

/** The own training of whoever is signed in. */
export default function OwnPage() {
  const { formatMessage } = useIntl();
  const { displayName } = useSession();
  const own = useQuery(api.trainingAssessment.getOwnTraining({}));
  return (
    <Page title={formatMessage({ id: 'training.own' })}>
      <QueryState query={own}>{({ training, sameName }) => (training === null ? <Text size="sm"><FormattedMessage id={sameName === 0 ? 'training.own.nobody' : 'training.own.several'} values={{ name: displayName, count: sameName }} /></Text> : <MemberTrainingView training={training} />)}</QueryState>
    </Page>
  );
}
