import type { Work } from '#electron/database/unit-of-work.ts';
import { mayDo } from '#shared/contract/actor.ts';
import { fail } from '#shared/errors/app-error.ts';
import type { FormColumn, ImportProfile as ProfileName } from '#shared/kernel/imports/imports.contract.ts';
import { profileOf } from './dry-run.ts';
import type { ImportField } from './import-profile.ts';

/** What may be chosen in a column: the form's own words, the grids in use, yes and no, or a code table's items in use. */
export function valuesOf(work: Work, { list, words }: Pick<ImportField, 'list' | 'words'>): string[] {
  if (words !== undefined) return [...words];
  if (list === undefined) return [];
  if (list === 'grids') return work.grids.ofCommunity(work.actor.communityId).filter((grid) => grid.status === 'active').map((grid) => grid.name);
  if (list === 'yes-no') return ['是', '否'];
  return work.codeTables.items(list).filter((item) => item.active).map((item) => item.zh);
}

/** The columns of an empty form, with the lists as this station has them today. Errors: `auth/forbidden`. */
export function describeForm(work: Work, { profile }: { profile: ProfileName }): { columns: FormColumn[]; isPlain: boolean } {
  const { permission, fields, plainForm } = profileOf(profile);
  if (!mayDo(work.actor.roles, permission)) fail('auth/forbidden', { permission });
  const asked = fields.filter(({ sensitive = false }) => !sensitive || work.settings.get().sensitiveFields);
  const columns = plainForm ? plainForm.map((title): FormColumn => ({ title, required: false, values: [] })) : asked.map(({ titles, required = false, ...field }) => ({ title: titles[0] ?? '', required, values: valuesOf(work, field) }));
  return { columns, isPlain: plainForm !== undefined };
}
