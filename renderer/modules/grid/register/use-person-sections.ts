import { useIntl } from 'react-intl';
import { useCodes } from '#renderer/components/codes/use-codes.ts';
import { messageId, type MessageId } from '#renderer/i18n/messages.ts';
import type { PersonSheet } from '#shared/modules/grid/register/person.schema.ts';
import { useBirthText } from './use-birth-text.ts';

export type SheetFact = { readonly id: string; readonly label: string; readonly value: string };
export type SheetPart = { readonly title: MessageId; readonly facts: readonly SheetFact[] };

/** What is known of a person in words, part by part in the order of the official form; numbers as they may be shown to everybody. On screen and on paper. */
export function usePersonSections(person: PersonSheet): readonly SheetPart[] {
  const { formatMessage, formatDate } = useIntl();
  const birthText = useBirthText();
  const { labelOf: sexLabel } = useCodes('sex');
  const { labelOf: documentLabel } = useCodes('id-document');
  const { labelOf: categoryLabel } = useCodes('person-category');
  const { labelOf: ethnicLabel } = useCodes('ethnic');
  const { labelOf: maritalLabel } = useCodes('marital');
  const { labelOf: politicalLabel } = useCodes('political');
  const { labelOf: educationLabel } = useCodes('education');
  const fact = (field: string, value: string): SheetFact => ({ id: field, label: formatMessage({ id: messageId(`register.field.${field}`) }), value });
  const at = (instant: string): string => formatDate(instant, { dateStyle: 'medium', timeStyle: 'short' });
  const lives = person.livesWhereRegistered === null ? '' : formatMessage({ id: person.livesWhereRegistered ? 'common.yes' : 'common.no' });
  const extra = Object.entries(person.extra).map(([title, value]) => ({ id: title, label: title, value }));
  return [
    {
      title: 'register.section.identity',
      facts: [
        fact('name', person.name),
        fact('reading', person.reading),
        fact('formerName', person.formerName),
        fact('sex', sexLabel(person.sex)),
        fact('birthOn', birthText(person.birthOn)),
        fact('idType', documentLabel(person.idType)),
        fact('idNumber', person.idNumberMasked),
        fact('phone', person.phoneMasked),
      ],
    },
    {
      title: 'register.section.residence',
      facts: [
        fact('category', categoryLabel(person.category)),
        fact('gridId', person.gridName),
        fact('registeredAddress', person.registeredAddress),
        fact('presentAddress', person.presentAddress),
        fact('livesWhereRegistered', lives),
        fact('registeredPlace', person.registeredPlace),
      ],
    },
    {
      title: 'register.section.situation',
      facts: [
        fact('ethnic', ethnicLabel(person.ethnic)),
        fact('nativePlace', person.nativePlace),
        fact('marital', maritalLabel(person.marital)),
        fact('political', politicalLabel(person.political)),
        fact('education', educationLabel(person.education)),
        fact('occupation', person.occupation),
        fact('workplace', person.workplace),
        fact('note', person.note),
        fact('createdAt', at(person.createdAt)),
        fact('updatedAt', at(person.updatedAt)),
      ],
    },
    ...(extra.length > 0 ? [{ title: 'register.section.extra' as const, facts: extra }] : []),
  ];
}
