import type { IntlShape } from 'react-intl';
import type { HouseholdSheet } from '#shared/modules/grid/register/household.schema.ts';

/** What is known of a household in words, on screen and on paper. */
export function householdFacts({ formatMessage, formatDate }: IntlShape, household: HouseholdSheet): readonly { readonly id: string; readonly label: string; readonly text: string }[] {
  const at = (instant: string): string => formatDate(instant, { dateStyle: 'medium', timeStyle: 'short' });
  return [
    { id: 'type', label: formatMessage({ id: 'register.field.type' }), text: formatMessage({ id: `register.household-type.${household.type}` }) },
    { id: 'headId', label: formatMessage({ id: 'register.field.headId' }), text: household.headName },
    { id: 'gridId', label: formatMessage({ id: 'register.field.gridId' }), text: household.gridName },
    { id: 'homePhone', label: formatMessage({ id: 'register.field.homePhone' }), text: household.homePhone },
    { id: 'registeredAddress', label: formatMessage({ id: 'register.field.registeredAddress' }), text: household.registeredAddress },
    { id: 'dwellingId', label: formatMessage({ id: 'register.field.dwellingId' }), text: household.dwellingAddress },
    { id: 'isVacant', label: formatMessage({ id: 'register.field.isVacant' }), text: formatMessage({ id: household.isVacant ? 'common.yes' : 'common.no' }) },
    { id: 'note', label: formatMessage({ id: 'register.field.note' }), text: household.note },
    { id: 'createdAt', label: formatMessage({ id: 'register.field.createdAt' }), text: at(household.createdAt) },
    { id: 'updatedAt', label: formatMessage({ id: 'register.field.updatedAt' }), text: at(household.updatedAt) },
  ];
}
