import type { Permission } from '#shared/contract/catalogue.ts';
import type { useMay } from '#renderer/app/session.ts';
import { importProfiles, type ImportProfile } from '#shared/kernel/imports/imports.contract.ts';

const OF_RESIDENTS: ReadonlySet<ImportProfile> = new Set(['registered-persons', 'floating-persons', 'left-behind-persons', 'overseas-persons', 'no-hukou-persons', 'dwellings']);

/** Tables of one area are for who keeps that area. */
const OF_OWN: Readonly<Partial<Record<ImportProfile, Permission>>> = { 'budget-lines': 'budget.manage', 'admission-items': 'admission.decide' };

/** Whether the account may import what such a table holds. */
export const mayImport = (may: ReturnType<typeof useMay>, profile: ImportProfile): boolean => may(OF_OWN[profile] ?? (OF_RESIDENTS.has(profile) ? 'imports.residents' : 'imports.organisations'));

/** The kinds that are read column by column; the organisation tree has a layout of its own. */
export const profilesByColumns: readonly ImportProfile[] = importProfiles.filter((profile) => profile !== 'organisations');
