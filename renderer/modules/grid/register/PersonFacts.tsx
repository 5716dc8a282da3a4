import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { Facts } from '#renderer/components/facts/Facts.tsx';
import { InstantText } from '#renderer/components/time/InstantText.tsx';
import type { PersonSheet } from '#shared/modules/grid/register/person.schema.ts';
import { SheetSection } from '#renderer/components/page/SheetSection.tsx';
import { RevealableValue } from '#renderer/components/reveal/RevealableValue.tsx';
import { usePersonSections } from './use-person-sections.ts';

/** Everything known of a person; the masked numbers can be revealed here. */
export function PersonFacts({ person }: { readonly person: PersonSheet }) {
  const { formatMessage } = useIntl();
  const parts = usePersonSections(person);
  const onScreen: Readonly<Record<string, ReactNode>> = {
    idNumber: <RevealableValue key={`number-${person.id}`} value={{ table: 'person', id: person.id, field: 'idNumber' }} permission="register.read" label={formatMessage({ id: 'register.field.idNumber' })} masked={person.idNumberMasked} />,
    phone: <RevealableValue key={`phone-${person.id}`} value={{ table: 'person', id: person.id, field: 'phone' }} permission="register.read" label={formatMessage({ id: 'register.field.phone' })} masked={person.phoneMasked} />,
    createdAt: <InstantText at={person.createdAt} />,
    updatedAt: <InstantText at={person.updatedAt} />,
  };
  return parts.map(({ title, facts }) => (
    <SheetSection key={title} title={title}>
      <Facts columns={2} facts={facts.map((fact) => ({ ...fact, value: title === 'register.section.extra' ? fact.value : (onScreen[fact.id] ?? fact.value) }))} />
    </SheetSection>
  ));
}
