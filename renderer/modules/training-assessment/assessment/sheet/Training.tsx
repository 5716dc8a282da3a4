import { Table, Text } from '@mantine/core';
import { FormattedMessage, useIntl } from 'react-intl';
import { useMay } from '#renderer/app/session.ts';
import { PlaceLink } from '#renderer/components/link/PlaceLink.tsx';
import { DayText } from '#renderer/components/time/DayText.tsx';
import { hoursText } from '#shared/modules/training-assessment/training/class.rules.ts';
import type { Sheet, SheetTraining } from '#shared/modules/training-assessment/assessment/sheet.schema.ts';
import { Section } from '../Section.tsx';

const HEADS = ['classId', 'hoursTenths', 'score', 'result'] as const;

/** The same person's training in the days of the sheet, beside the result: hours, attendance, exams and certificates. */
export function Training({ sheet, training }: { readonly sheet: Sheet; readonly training: SheetTraining }) {
  const { formatMessage } = useIntl();
  const mayRead = useMay()('training.read');
  const { classes, hoursDoneTenths, hoursDueTenths, attended, missed } = training;
  return (
    <Section title="assessment.training" actions={mayRead && <PlaceLink to={`/training/members/${sheet.subjectId}`} size="sm" underline="always"><FormattedMessage id="assessment.training-all" /></PlaceLink>}>
      <Text size="sm">{formatMessage({ id: 'assessment.training-sum' }, { done: hoursText(hoursDoneTenths), due: hoursText(hoursDueTenths), attended, missed })}</Text>
      {classes.length > 0 && (
        <Table aria-label={formatMessage({ id: 'assessment.training' })} verticalSpacing={4}>
          <Table.Thead><Table.Tr>{HEADS.map((field) => <Table.Th key={field} scope="col"><FormattedMessage id={`training.field.${field}`} /></Table.Th>)}</Table.Tr></Table.Thead>
          <Table.Tbody>
            {classes.map((one) => (
              <Table.Tr key={one.classId}>
                <Table.Td>{mayRead ? <PlaceLink to={`/training/classes/${one.classId}`} inherit underline="always">{one.className}</PlaceLink> : one.className}<Text size="xs" c="dimmed"><DayText day={one.fromOn} /> – <DayText day={one.untilOn} /></Text></Table.Td>
                <Table.Td>{hoursText(one.hoursTenths)}</Table.Td>
                <Table.Td>{one.scoreTenths === null ? '—' : hoursText(one.scoreTenths)}</Table.Td>
                <Table.Td>{one.result === '' ? one.withdrawnReason || '—' : <FormattedMessage id={`training.result.${one.result}`} />}{one.certificate !== '' && <Text size="xs" c="dimmed">{one.certificate}</Text>}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Section>
  );
}
