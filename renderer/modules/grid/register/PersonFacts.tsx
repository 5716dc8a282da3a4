import { useIntl } from 'react-intl';
import { useCodes } from '#renderer/components/codes/use-codes.ts';
import { Facts, type Fact } from '#renderer/components/facts/Facts.tsx';
import { InstantText } from '#renderer/components/time/InstantText.tsx';
import { messageId } from '#renderer/i18n/messages.ts';
import type { PersonSheet } from '#shared/modules/grid/register/person.schema.ts';
import { RevealableValue } from './RevealableValue.tsx';
import { SheetSection } from './SheetSection.tsx';
import { useBirthText } from './use-birth-text.ts';

type PersonFactsProps = { readonly person: PersonSheet };

function useFact(): (field: string, value: Fact['value']) => Fact {
  const { formatMessage } = useIntl();
  return (field, value) => ({ id: field, label: formatMessage({ id: messageId(`register.field.${field}`) }), value });
}

/** Everything known of a person, section by section in the order of the official form. */
export function PersonFacts({ person }: PersonFactsProps) {
  return (
    <>
      <Identity person={person} />
      <Residence person={person} />
      <Situation person={person} />
      {Object.keys(person.extra).length > 0 && (
        <SheetSection title="register.section.extra">
          <Facts columns={2} facts={Object.entries(person.extra).map(([title, value]) => ({ id: title, label: title, value }))} />
        </SheetSection>
      )}
    </>
  );
}

function Identity({ person }: PersonFactsProps) {
  const fact = useFact();
  const birthText = useBirthText();
  const { labelOf: sexLabel } = useCodes('sex');
  const { labelOf: documentLabel } = useCodes('id-document');
  return (
    <SheetSection title="register.section.identity">
      <Facts
        columns={2}
        facts={[
          fact('name', person.name),
          fact('reading', person.reading),
          fact('formerName', person.formerName),
          fact('sex', sexLabel(person.sex)),
          fact('birthOn', birthText(person.birthOn)),
          fact('idType', documentLabel(person.idType)),
          fact('idNumber', <RevealableValue key={`number-${person.id}`} id={person.id} field="idNumber" masked={person.idNumberMasked} />),
          fact('phone', <RevealableValue key={`phone-${person.id}`} id={person.id} field="phone" masked={person.phoneMasked} />),
        ]}
      />
    </SheetSection>
  );
}

function Residence({ person }: PersonFactsProps) {
  const { formatMessage } = useIntl();
  const fact = useFact();
  const { labelOf: categoryLabel } = useCodes('person-category');
  const lives = person.livesWhereRegistered === null ? '' : formatMessage({ id: person.livesWhereRegistered ? 'common.yes' : 'common.no' });
  return (
    <SheetSection title="register.section.residence">
      <Facts
        columns={2}
        facts={[
          fact('category', categoryLabel(person.category)),
          fact('gridId', person.gridName),
          fact('registeredAddress', person.registeredAddress),
          fact('presentAddress', person.presentAddress),
          fact('livesWhereRegistered', lives),
          fact('registeredPlace', person.registeredPlace),
        ]}
      />
    </SheetSection>
  );
}

function Situation({ person }: PersonFactsProps) {
  const fact = useFact();
  const { labelOf: ethnicLabel } = useCodes('ethnic');
  const { labelOf: maritalLabel } = useCodes('marital');
  const { labelOf: politicalLabel } = useCodes('political');
  const { labelOf: educationLabel } = useCodes('education');
  return (
    <SheetSection title="register.section.situation">
      <Facts
        columns={2}
        facts={[
          fact('ethnic', ethnicLabel(person.ethnic)),
          fact('nativePlace', person.nativePlace),
          fact('marital', maritalLabel(person.marital)),
          fact('political', politicalLabel(person.political)),
          fact('education', educationLabel(person.education)),
          fact('occupation', person.occupation),
          fact('workplace', person.workplace),
          fact('note', person.note),
          fact('createdAt', <InstantText at={person.createdAt} />),
          fact('updatedAt', <InstantText at={person.updatedAt} />),
        ]}
      />
    </SheetSection>
  );
}
