/** `330***********9618`: region and tail stay, so that two people can agree on whom they mean (security.md 2.8). */
export function maskIdNumber(idNumber: string): string {
  if (idNumber.length < 8) return '*'.repeat(idNumber.length);
  return `${idNumber.slice(0, 3)}${'*'.repeat(idNumber.length - 7)}${idNumber.slice(-4)}`;
}

/** `138****5678`; of a shorter number only the last two digits stay. */
export function maskPhone(phone: string): string {
  if (phone.length < 8) return phone.length === 0 ? '' : `${'*'.repeat(Math.max(0, phone.length - 2))}${phone.slice(-2)}`;
  return `${phone.slice(0, 3)}${'*'.repeat(phone.length - 7)}${phone.slice(-4)}`;
}
