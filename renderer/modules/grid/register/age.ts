/** Completed years on a day, both `YYYY-MM-DD`; null when the birth is unknown or still to come. */
export function ageOn(birthOn: string | null, today: string): number | null {
  if (birthOn === null || birthOn > today) return null;
  const years = Number(today.slice(0, 4)) - Number(birthOn.slice(0, 4));
  return today.slice(5) < birthOn.slice(5) ? years - 1 : years;
}

/** The days of birth of those who have completed `from` to `until` years on a day; `until` null is open upwards. */
export function bornBetween(from: number, until: number | null, today: string): { readonly bornFrom: string | null; readonly bornUntil: string } {
  const shifted = (years: number): Date => {
    const day = new Date(`${today}T00:00:00Z`);
    day.setUTCFullYear(day.getUTCFullYear() - years);
    return day;
  };
  const dayText = (day: Date): string => day.toISOString().slice(0, 10);
  if (until === null) return { bornFrom: null, bornUntil: dayText(shifted(from)) };
  const first = shifted(until + 1);
  first.setUTCDate(first.getUTCDate() + 1);
  return { bornFrom: dayText(first), bornUntil: dayText(shifted(from)) };
}
