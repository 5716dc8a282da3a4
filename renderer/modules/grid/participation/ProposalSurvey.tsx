import { Button, Group, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useMay } from '#renderer/app/session.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { PlaceLink } from '#renderer/components/link/PlaceLink.tsx';
import { useGoTo } from '#renderer/components/link/use-go-to.ts';
import { localToday } from '#renderer/components/record-form/typed-day.ts';
import type { ProposalSheet } from '#shared/modules/grid/participation/proposal.schema.ts';
import { surveyPlace } from '../places.ts';
import { SheetSection } from '#renderer/components/page/SheetSection.tsx';
import { useFigures } from '../typed/use-figures.ts';

/** How satisfied people are with what was done. */
export function ProposalSurvey({ proposal: { id, title, state, survey } }: { readonly proposal: ProposalSheet }) {
  const { formatMessage } = useIntl();
  const goTo = useGoTo();
  const mayEdit = useMay()('participation.edit');
  const { mean } = useFigures();
  const begin = useMutation({ ...api.grid.createSurvey(), onSuccess: (made) => goTo(surveyPlace(made.id)) });
  if (survey === null && state !== 'done') return null;
  return (
    <SheetSection title="proposals.section.survey">
      <ErrorNote error={begin.error} />
      {survey === null && mayEdit && <Button size="xs" variant="default" style={{ alignSelf: 'start' }} loading={begin.isPending} onClick={() => begin.mutate({ title: formatMessage({ id: 'proposals.survey-title' }, { title }), kind: 'proposal', proposalId: id, opensOn: localToday(), closesOn: null })}><FormattedMessage id="proposals.survey-new" /></Button>}
      {survey && <Group gap="xs"><Text size="sm"><FormattedMessage id="proposals.survey-line" values={{ answers: survey.answers, score: mean(survey.meanScore) }} /></Text><PlaceLink to={surveyPlace(survey.id)} size="sm"><FormattedMessage id="proposals.survey-open" /></PlaceLink></Group>}
    </SheetSection>
  );
}
