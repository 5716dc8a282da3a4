import { ENDING_DAYS, type Body } from './body.schema.ts';

const dayAfter = (day: string, days: number): string => new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** The last day that still counts as soon, `YYYY-MM-DD`. */
export const endingUntil = (today: string): string => dayAfter(today, ENDING_DAYS);

/** How an agreement stands on a day: `none` without number and days, `open` without a last day; the last day itself still counts. */
export function agreementOn({ agreementNo, agreementFrom, agreementUntil }: Pick<Body, 'agreementNo' | 'agreementFrom' | 'agreementUntil'>, today: string): Body['agreement'] {
  if (agreementUntil === null) return agreementNo === '' && agreementFrom === null ? 'none' : 'open';
  if (agreementUntil < today) return 'ended';
  return agreementUntil <= endingUntil(today) ? 'ending' : 'running';
}
