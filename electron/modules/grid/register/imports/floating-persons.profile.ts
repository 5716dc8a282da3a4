import { rowCheck } from '#electron/kernel/imports/row-check.ts';
import { categoryProfile } from './category-profile.ts';
import { personFields } from './person-import.ts';

/** 流动人口登记表: people who live here and are registered elsewhere; the day they came stays under its title. */
export const floatingPersonsProfile = categoryProfile({
  id: 'floating-persons',
  category: 'floating',
  fields: [...personFields, { field: 'inflowOn', titles: ['流入时间'], required: true, tells: true }],
  read: (persons, row) => {
    const check = rowCheck(row);
    const draft = { ...persons.read(check, 'floating'), livesWhereRegistered: false };
    const inflowOn = check.day('inflowOn', check.has('inflowOn'));
    return { check, values: { draft, block: persons.readBlock(check, 'floating'), extra: { ...persons.extra(check), ...(inflowOn !== null && { 流入时间: inflowOn }) } } };
  },
});
