import type { SubjectKind } from './indicator.rules.ts';

/** Where a confirmed consequence goes: the ledger as a reward or a penalty, the training needs, or nowhere beyond the sheet. */
export const destinations = ['reward', 'penalty', 'training', 'sheet'] as const;
export type Destination = (typeof destinations)[number];

type Way = { readonly to: Destination; /** Codes of table `reward-form`, the nearest first. */ readonly forms: readonly string[] };

/** The shipped codes of table `assessment-follow` (domain.md 3.4: bonus, star up and down, priority training, talk, probation, exit). */
const WAYS: Readonly<Record<string, Way>> = {
  reward: { to: 'reward', forms: ['bonus', 'honour'] },
  commend: { to: 'reward', forms: ['honour', 'bonus'] },
  'star-up': { to: 'reward', forms: ['grade-up'] },
  'star-down': { to: 'penalty', forms: ['grade-down'] },
  talk: { to: 'penalty', forms: ['talk'] },
  notice: { to: 'penalty', forms: ['notice'] },
  probation: { to: 'penalty', forms: ['talk', 'notice'] },
  exit: { to: 'penalty', forms: ['exit'] },
  training: { to: 'training', forms: [] },
};

/** Where a consequence goes. Grids, stations, communities and departments are in no ledger of persons; a code the station added itself is carried out by people. */
export const destinationOf = (code: string, kind: SubjectKind): Destination => (kind === 'member' ? (WAYS[code]?.to ?? 'sheet') : 'sheet');

type Rule = { readonly kind: 'reward' | 'penalty'; readonly form: string };
/** The station's rules under which a consequence can be entered: of its kind, those of its form first. */
export function rulesFor<R extends Rule>(code: string, rules: readonly R[]): readonly R[] {
  const { to, forms } = WAYS[code] ?? { to: 'sheet', forms: [] };
  const place = ({ form }: R): number => (forms.includes(form) ? forms.indexOf(form) : forms.length);
  return rules.filter(({ kind }) => kind === to).toSorted((a, b) => place(a) - place(b));
}
