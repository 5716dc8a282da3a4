import { Table, Text } from '@mantine/core';
import { FormattedMessage, useIntl } from 'react-intl';
import { DayText } from '#renderer/components/time/DayText.tsx';
import type { AdmissionStep } from '#shared/modules/grid/admission/admission.schema.ts';
import { SheetSection } from '#renderer/components/page/SheetSection.tsx';

/** Every decision with its day, its author and its reason. */
export function AdmissionTrail({ steps }: { readonly steps: readonly AdmissionStep[] }) {
  const { formatMessage } = useIntl();
  return (
    <SheetSection title="admission.section.trail">
      {steps.length === 0 && <Text size="sm" c="dimmed"><FormattedMessage id="admission.trail.none" /></Text>}
      {steps.length > 0 && (
        <Table aria-label={formatMessage({ id: 'admission.section.trail' })} verticalSpacing={6}>
          <Table.Thead>
            <Table.Tr>{(['on', 'move', 'by'] as const).map((head) => <Table.Th key={head} scope="col">{formatMessage({ id: `admission.trail.${head}` })}</Table.Th>)}<Table.Th scope="col"><FormattedMessage id="common.reason" /></Table.Th></Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {steps.map((step) => (
              <Table.Tr key={step.id}>
                <Table.Td><DayText day={step.enteredOn} /></Table.Td>
                <Table.Td>{formatMessage({ id: `admission.moved.${step.move}` })}</Table.Td>
                <Table.Td>{step.byName}</Table.Td>
                <Table.Td>{step.reason}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </SheetSection>
  );
}
