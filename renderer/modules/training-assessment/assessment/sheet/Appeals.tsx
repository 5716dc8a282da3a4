import { Button, Group, Table, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useMay } from '#renderer/app/session.ts';
import { PlaceLink } from '#renderer/components/link/PlaceLink.tsx';
import { ReasonDialog } from '#renderer/components/record-form/ReasonDialog.tsx';
import { DayText } from '#renderer/components/time/DayText.tsx';
import type { AppealRow, Sheet } from '#shared/modules/training-assessment/assessment/sheet.schema.ts';
import { sheetPlace } from '../places.ts';
import { Section } from '../Section.tsx';

/** Appeals against a result and what came of them. */
export function Appeals({ sheet }: { readonly sheet: Sheet }) {
  if (sheet.appeals.length === 0) return null;
  return <Section title="assessment.appeals"><AppealsTable appeals={sheet.appeals} /></Section>;
}

export function AppealsTable({ appeals, showsSubject = false }: { readonly appeals: readonly AppealRow[]; readonly showsSubject?: boolean }) {
  const { formatMessage } = useIntl();
  const mayDecide = useMay()('assessment.score');
  const [open, setOpen] = useState<{ readonly appeal: AppealRow; readonly upheld: boolean } | null>(null);
  return (
    <>
      <Table aria-label={formatMessage({ id: 'assessment.appeals' })} verticalSpacing={5}>
        <Table.Tbody>
          {appeals.map((appeal) => (
            <Table.Tr key={appeal.id}>
              {showsSubject && <Table.Td><PlaceLink to={sheetPlace(appeal.sheetId)} inherit underline="always">{appeal.subjectName}</PlaceLink><Text size="xs" c="dimmed">{appeal.planTitle}</Text></Table.Td>}
              <Table.Td><DayText day={appeal.filedOn} /><Text size="xs" c="dimmed">{appeal.filedName}</Text></Table.Td>
              <Table.Td>{appeal.reason}</Table.Td>
              <Table.Td>{appeal.state === 'open' ? <>{formatMessage({ id: 'assessment.appeal-due' })} <DayText day={appeal.dueOn} /></> : <>{formatMessage({ id: `assessment.appeal-state.${appeal.state}` })} · {appeal.decidedName}<Text size="xs" c="dimmed">{appeal.decision}</Text></>}</Table.Td>
              <Table.Td>
                {mayDecide && appeal.state === 'open' && (
                  <Group gap="xs" justify="flex-end" wrap="nowrap">
                    <Button size="compact-xs" variant="default" onClick={() => setOpen({ appeal, upheld: false })}><FormattedMessage id="assessment.reject" /></Button>
                    <Button size="compact-xs" onClick={() => setOpen({ appeal, upheld: true })}><FormattedMessage id="assessment.uphold" /></Button>
                  </Group>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {open && <DecideAppeal {...open} onClose={() => setOpen(null)} />}
    </>
  );
}

function DecideAppeal({ appeal, upheld, onClose }: { readonly appeal: AppealRow; readonly upheld: boolean; readonly onClose: () => void }) {
  const { formatMessage } = useIntl();
  const decide = useMutation(api.trainingAssessment.decideAppeal());
  return (
    <ReasonDialog
      title={formatMessage({ id: upheld ? 'assessment.uphold' : 'assessment.reject' })}
      consequence={formatMessage({ id: upheld ? 'assessment.uphold-consequence' : 'assessment.reject-consequence' }, { name: appeal.subjectName })}
      confirmLabel={formatMessage({ id: upheld ? 'assessment.uphold' : 'assessment.reject' })}
      danger={!upheld}
      pending={decide.isPending}
      error={decide.error}
      onConfirm={(decision) => decide.mutate({ id: appeal.id, version: appeal.version, upheld, decision }, { onSuccess: onClose })}
      onClose={onClose}
    />
  );
}
