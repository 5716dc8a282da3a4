import { Modal, Stack, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { PlaceLink } from '#renderer/components/link/PlaceLink.tsx';
import { QueryState } from '#renderer/components/QueryState.tsx';
import { DayText } from '#renderer/components/time/DayText.tsx';
import { messageId } from '#renderer/i18n/messages.ts';
import { useWords } from '#renderer/i18n/use-words.ts';
import type { ClassEffect } from '#shared/modules/training-assessment/training/effect.schema.ts';

type EffectCasesProps = { readonly classId: string; readonly effect: ClassEffect; readonly side: 'before' | 'after'; readonly name: string; readonly onClose: () => void };

/** The records behind one figure of a class, so that the number opens to what it counts. */
export function EffectCases({ classId, effect, side, name, onClose }: EffectCasesProps) {
  const { formatMessage, formatNumber } = useIntl();
  const wordsOf = useWords();
  const cases = useQuery(api.trainingAssessment.listEffectCases({ classId, indicator: effect.indicator, side }));
  const { from, until } = effect[side];
  return (
    <Modal opened onClose={onClose} title={formatMessage({ id: 'training.effect.rows-title' }, { name, side: formatMessage({ id: `training.effect.${side}` }) })} size="xl" transitionProps={{ duration: 100 }} closeButtonProps={{ 'aria-label': formatMessage({ id: 'common.close' }) }}>
      <Stack gap="sm">
        <Text size="sm" c="dimmed"><DayText day={from} /> – <DayText day={until} />　{formatMessage({ id: messageId(`indicator.${effect.indicator}.definition`) })}</Text>
        <QueryState query={cases} empty={<Text size="sm"><FormattedMessage id="assessment.rows-none" /></Text>}>
          {({ count, rows }) => (
            <>
              <Text size="sm">{formatMessage({ id: 'training.effect.rows-shown' }, { shown: rows.length, count })}</Text>
              <Table.ScrollContainer minWidth={560} maxHeight={380}>
                <Table aria-label={name} verticalSpacing={4} stickyHeader>
                  <Table.Thead><Table.Tr>{(['memberId', 'record', 'on', 'counted'] as const).map((field) => <Table.Th key={field} scope="col"><FormattedMessage id={`training.field.${field}`} /></Table.Th>)}</Table.Tr></Table.Thead>
                  <Table.Tbody>
                    {rows.map((row) => (
                      <Table.Tr key={`${row.memberId} ${row.id}`} {...(row.exception !== null && { c: 'dimmed' })}>
                        <Table.Td>{row.memberName}</Table.Td>
                        <Table.Td>{row.to === null ? row.label || formatMessage({ id: 'assessment.rows-hidden' }) : <PlaceLink to={row.to} inherit underline="always">{row.label}</PlaceLink>}</Table.Td>
                        <Table.Td><DayText day={row.on} /></Table.Td>
                        <Table.Td>{row.exception === null ? formatNumber(row.value ?? 0, { style: 'percent' }) : formatMessage({ id: 'assessment.left-out' }, { reason: wordsOf([`assessment.leftOut.${row.exception}`], row.exception) })}</Table.Td>
                      </Table.Tr>
                    ))}
                  </Table.Tbody>
                </Table>
              </Table.ScrollContainer>
            </>
          )}
        </QueryState>
      </Stack>
    </Modal>
  );
}
