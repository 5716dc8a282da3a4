import { Button, Group, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useMay } from '#renderer/app/session.ts';
import { useCodes } from '#renderer/components/codes/use-codes.ts';
import { PlaceLink } from '#renderer/components/link/PlaceLink.tsx';
import type { FollowRow, Sheet } from '#shared/modules/training-assessment/assessment/sheet.schema.ts';
import { casesPlace, needsPlace, sheetPlace } from '../places.ts';
import { Section } from '../Section.tsx';
import { DecideFollow } from './DecideFollow.tsx';

/** What the rule proposes for a result, and what people decided. */
export function Follows({ sheet }: { readonly sheet: Sheet }) {
  if (sheet.follows.length === 0) return null;
  return <Section title="assessment.follows"><FollowsTable follows={sheet.follows} /></Section>;
}

/** Proposals with their decision and what it became; `showsSubject` where they are of several subjects. */
export function FollowsTable({ follows, showsSubject = false }: { readonly follows: readonly FollowRow[]; readonly showsSubject?: boolean }) {
  const { formatMessage } = useIntl();
  const { labelOf } = useCodes('assessment-follow');
  const mayDecide = useMay()('assessment.sign-off');
  const [open, setOpen] = useState<{ readonly follow: FollowRow; readonly confirmed: boolean } | null>(null);
  return (
    <>
      <Table aria-label={formatMessage({ id: 'assessment.follows' })} verticalSpacing={5}>
        <Table.Tbody>
          {follows.map((follow) => (
            <Table.Tr key={follow.id}>
              {showsSubject && <Table.Td><PlaceLink to={sheetPlace(follow.sheetId)} inherit underline="always">{follow.subjectName}</PlaceLink><Text size="xs" c="dimmed">{follow.planTitle}</Text></Table.Td>}
              {showsSubject && <Table.Td>{follow.band !== null && formatMessage({ id: `assessment.band.${follow.band}` })}</Table.Td>}
              <Table.Td fw={600}>{labelOf(follow.code)}</Table.Td>
              <Table.Td>{formatMessage({ id: `assessment.follow-state.${follow.state}` })}</Table.Td>
              <Table.Td>{follow.state === 'proposed' ? '' : formatMessage({ id: 'assessment.decided-by' }, { name: follow.decidedName, reason: follow.reason })}<HandedOn follow={follow} /></Table.Td>
              <Table.Td>
                {mayDecide && follow.state === 'proposed' && (
                  <Group gap="xs" justify="flex-end" wrap="nowrap">
                    <Button size="compact-xs" variant="default" onClick={() => setOpen({ follow, confirmed: false })}><FormattedMessage id="assessment.dismiss" /></Button>
                    <Button size="compact-xs" onClick={() => setOpen({ follow, confirmed: true })}><FormattedMessage id="assessment.confirm" /></Button>
                  </Group>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {open && <DecideFollow {...open} label={labelOf(open.follow.code)} onClose={() => setOpen(null)} />}
    </>
  );
}

/** What a decision became and where that stands; a link for who may open it. */
function HandedOn({ follow: { caseId, needId, subjectId, handedState } }: { readonly follow: FollowRow }) {
  const may = useMay();
  if (caseId === null && needId === null) return null;
  const words = <FormattedMessage id={caseId === null ? 'assessment.handed.need' : 'assessment.handed.case'} values={{ state: handedState }} />;
  const isOpen = may(caseId === null ? 'training.read' : 'rewards.read');
  return <Text size="xs" component="div" mt={2}>{isOpen ? <PlaceLink to={caseId === null ? needsPlace(subjectId) : casesPlace(subjectId)} inherit underline="always">{words}</PlaceLink> : words}</Text>;
}
