import type { StationSettings } from '#shared/kernel/settings/settings.contract.ts';
import type { gridTypes } from './grid.schema.ts';

export type GridCodeRule = StationSettings['gridCodeRule'];
type GridType = (typeof gridTypes)[number];

/** Object code that CJ/T 349-2010 puts before the division of a dedicated grid. */
const CJT349_OBJECT = '000000';
const TYPE_DIGIT: Readonly<Record<GridType, string>> = { basic: '1', dedicated: '2' };

/** What stands before the running number, and how many digits that has. A community without a 12-digit code numbers its grids plainly. */
function partsOf(rule: GridCodeRule, communityCode: string, type: GridType): { readonly head: string; readonly digits: number } {
  if (!/^\d{12}$/.test(communityCode)) return { head: TYPE_DIGIT[type], digits: 3 };
  switch (rule) {
    case 'community12+type1+seq2':
      return { head: communityCode + TYPE_DIGIT[type], digits: 2 };
    case 'community12+seq3':
      return { head: communityCode, digits: 3 };
    case 'cjt349':
      return { head: CJT349_OBJECT + communityCode, digits: 2 };
  }
}

/** Whether a code follows the station's rule (domain.md 2.1). */
export function followsRule(code: string, rule: GridCodeRule, communityCode: string, type: GridType): boolean {
  const { head, digits } = partsOf(rule, communityCode, type);
  return code.startsWith(head) && new RegExp(`^\\d{${digits}}$`).test(code.slice(head.length));
}

/** The next free code of the rule; numbers are never used twice, codes of closed grids and former codes included. */
export function nextGridCode(rule: GridCodeRule, communityCode: string, type: GridType, used: readonly string[]): string {
  const { head, digits } = partsOf(rule, communityCode, type);
  const numbers = used.filter((code) => code.startsWith(head) && code.length === head.length + digits).map((code) => Number(code.slice(head.length)));
  return head + String(Math.max(0, ...numbers.filter(Number.isInteger)) + 1).padStart(digits, '0');
}
