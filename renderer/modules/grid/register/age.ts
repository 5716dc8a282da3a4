/** Completed years on a day, both `YYYY-MM-DD`; null when the birth is unknown or still to come. */
export function ageOn(birthOn: string | null, today: string): number | null {
  if (birthOn === null || birthOn > today) return null;
  const years = Number(today.slice(0, 4)) - Number(birthOn.slice(0, 4));
  return today.slice(5) < birthOn.slice(5) ? years - 1 : years;
}

/** The same month and day some years earlier; the 28th where that year has no 29 February. */
function yearsBefore(today: string, years: number): string {
  const year = Number(today.slice(0, 4)) - years;
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return `${String(year).padStart(4, '0')}${today.endsWith('-02-29') && !isLeap ? '-02-28' : today.slice(4)}`;
}

/** The days of birth of those who have completed `from` to `until` years on a day; `until` null is open upwards. */
export function bornBetween(from: number, until: number | null, today: string): { readonly bornFrom: string | null; readonly bornUntil: string } {
  const bornUntil = yearsBefore(today, from);
  if (until === null) return { bornFrom: null, bornUntil };
  const dayBefore = Date.parse(`${yearsBefore(today, until + 1)}T00:00:00Z`);
  return { bornFrom: new Date(dayBefore + 86_400_000).toISOString().slice(0, 10), bornUntil };
}
