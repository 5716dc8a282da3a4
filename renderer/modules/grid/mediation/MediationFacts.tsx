import { Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { useMay } from '#renderer/app/session.ts';
import { useCodes } from '#renderer/components/codes/use-codes.ts';
import { Facts } from '#renderer/components/facts/Facts.tsx';
import { PlaceLink } from '#renderer/components/link/PlaceLink.tsx';
import { DayText } from '#renderer/components/time/DayText.tsx';
import type { MediationSheet, Party } from '#shared/modules/grid/mediation/mediation.schema.ts';
import { bodyPlace, personPlace } from '../places.ts';
import { SheetSection } from '#renderer/components/page/SheetSection.tsx';

/** The case, its parties and, once there is one, the agreement. */
export function MediationFacts({ sheet }: { readonly sheet: MediationSheet }) {
  const { formatMessage, formatNumber } = useIntl();
  const { labelOf } = useCodes('dispute-kind');
  const fact = (field: 'kind' | 'origin' | 'appliedOn' | 'gridName' | 'place' | 'mediators' | 'recorder' | 'peopleInvolved' | 'amountFen' | 'nextSessionOn' | 'form' | 'agreedOn' | 'signedOn' | 'performBy' | 'followUpOn' | 'performed' | 'confirmUntil', value: ReactNode) => ({ id: field, label: formatMessage({ id: `mediation.field.${field}` }), value });
  const day = (value: string | null) => (value === null ? '' : <DayText day={value} />);
  return (
    <>
      <SheetSection title="mediation.case">
        <Facts
          columns={2}
          facts={[
            { id: 'parties', label: formatMessage({ id: 'mediation.field.parties' }), value: <Stack gap={2}>{sheet.parties.map((party) => <PartyName key={`${party.name} ${party.personId ?? party.bodyId ?? ''}`} party={party} />)}</Stack> },
            fact('kind', labelOf(sheet.kind)),
            fact('origin', formatMessage({ id: `mediation.origin.${sheet.origin}` })),
            fact('appliedOn', day(sheet.appliedOn)),
            fact('gridName', sheet.gridName),
            fact('place', sheet.place),
            fact('mediators', sheet.mediators.join('、')),
            fact('recorder', sheet.recorder),
            fact('peopleInvolved', formatNumber(sheet.peopleInvolved)),
            fact('amountFen', sheet.amountFen === null ? '' : formatNumber(sheet.amountFen / 100, { minimumFractionDigits: 2 })),
            fact('nextSessionOn', day(sheet.nextSessionOn)),
          ]}
        />
        <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>{sheet.facts}</Text>
      </SheetSection>
      {sheet.agreement !== '' && (
        <SheetSection title="mediation.agreement">
          <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>{sheet.agreement}</Text>
          <Text size="sm" c="dimmed" style={{ whiteSpace: 'pre-wrap' }}>{sheet.performance}</Text>
          <Facts
            columns={2}
            facts={[
              fact('form', sheet.form === null ? '' : formatMessage({ id: `mediation.form.${sheet.form}` })),
              fact('agreedOn', day(sheet.agreedOn)),
              fact('signedOn', day(sheet.signedOn)),
              fact('performBy', day(sheet.performBy)),
              fact('followUpOn', day(sheet.followUpOn)),
              fact('performed', sheet.performed === null ? '' : formatMessage({ id: `mediation.performed.${sheet.performed}` })),
              fact('confirmUntil', day(sheet.confirmUntil)),
            ]}
          />
        </SheetSection>
      )}
    </>
  );
}

function PartyName({ party: { name, personId, bodyId, address } }: { readonly party: Party }) {
  const may = useMay();
  const to = personId !== null && may('register.read') ? personPlace(personId) : bodyId !== null && may('bodies.read') ? bodyPlace(bodyId) : null;
  return <span>{to === null ? name : <PlaceLink to={to} inherit underline="always">{name}</PlaceLink>}{address !== '' && ` · ${address}`}</span>;
}
