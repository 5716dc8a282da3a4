import { Button, Checkbox, Group, Modal, Stack, Table, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { QueryState } from '#renderer/components/QueryState.tsx';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { localToday } from '#renderer/components/record-form/typed-day.ts';
import { messageId } from '#renderer/i18n/messages.ts';
import type { NeedDraft, ProposedNeed } from '#shared/modules/training-assessment/training/need.schema.ts';

const keyOf = ({ memberId, kind, indicator, planTitle, lineTitle }: ProposedNeed): string => `${memberId} ${kind} ${indicator} ${planTitle} ${lineTitle}`;

/** Needs that the records speak of, to be taken over with a tick. */
export function ProposedNeeds({ onClose }: { readonly onClose: () => void }) {
  const { formatMessage, formatNumber } = useIntl();
  const proposed = useQuery(api.trainingAssessment.proposeTrainingNeeds({}));
  const take = useMutation(api.trainingAssessment.takeTrainingNeeds());
  const [left, setLeft] = useState<readonly string[]>([]);
  const indicatorOf = ({ lineTitle, indicator }: ProposedNeed): string => lineTitle || formatMessage({ id: messageId(`indicator.${indicator}.name`) });
  const words = (need: ProposedNeed): string => {
    if (need.kind === 'new-post') return formatMessage({ id: 'training.proposed.new-post' }, { since: need.since ?? '' });
    const low = { indicator: indicatorOf(need), value: formatNumber(need.value ?? 0, { style: 'percent' }), cases: need.cases, plan: need.planTitle };
    return formatMessage({ id: need.planTitle === '' ? 'training.proposed.low' : 'training.proposed.assessed' }, low);
  };
  const draftOf = (need: ProposedNeed): NeedDraft => ({ kind: need.kind, memberId: need.memberId, subject: need.kind === 'new-post' ? formatMessage({ id: 'training.proposed.subject' }) : indicatorOf(need), reason: words(need), raisedOn: localToday(), dueOn: null });
  const chosen = (proposed.data ?? []).filter((need) => !left.includes(keyOf(need)));
  return (
    <Modal opened onClose={onClose} title={formatMessage({ id: 'training.proposed' })} size="xl" transitionProps={{ duration: 100 }} closeButtonProps={{ 'aria-label': formatMessage({ id: 'common.close' }) }}>
      <Stack gap="sm">
        <Text size="sm"><FormattedMessage id="training.proposed.about" /></Text>
        <ErrorNote error={take.error} />
        <QueryState query={proposed} empty={formatMessage({ id: 'training.proposed.none' })}>
          {(needs) => (
            <Table.ScrollContainer minWidth={480} maxHeight={360}>
              <Table aria-label={formatMessage({ id: 'training.proposed' })} verticalSpacing={4}>
                <Table.Tbody>
                  {needs.map((need) => (
                    <Table.Tr key={keyOf(need)}>
                      <Table.Td w={36}><Checkbox size="xs" aria-label={need.memberName} checked={!left.includes(keyOf(need))} onChange={(event) => setLeft(event.currentTarget.checked ? left.filter((key) => key !== keyOf(need)) : [...left, keyOf(need)])} /></Table.Td>
                      <Table.Td>{need.memberName}</Table.Td>
                      <Table.Td>{need.gridName}</Table.Td>
                      <Table.Td>{words(need)}</Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </Table.ScrollContainer>
          )}
        </QueryState>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}><FormattedMessage id="common.cancel" /></Button>
          <Button disabled={chosen.length === 0} loading={take.isPending} onClick={() => take.mutate({ needs: chosen.map(draftOf) }, { onSuccess: onClose })}><FormattedMessage id="training.proposed.take" values={{ count: chosen.length }} /></Button>
        </Group>
      </Stack>
    </Modal>
  );
}
