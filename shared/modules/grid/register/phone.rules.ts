const MOBILE = /^1[3-9]\d{9}$/;
const FIXED = /^(0\d{2,3}-?)?[2-9]\d{6,7}(-\d{1,5})?$/;
const SERVICE = /^(400|800)\d{7}$/;

/** Digits and a hyphen, whatever width and spacing they were typed in; a leading +86 or 0086 is dropped, and the hyphens inside a mobile number. */
export function normalisePhone(text: string): string {
  const phone = text.normalize('NFKC').replaceAll(/[\s()]/g, '').replaceAll(/[‐-―−]/g, '-').replace(/^(\+|00)86-?/, '');
  const digits = phone.replaceAll('-', '');
  return MOBILE.test(digits) ? digits : phone;
}

/** A mobile number of eleven digits, a fixed line with or without its area code, or a service number. */
export const isPhone = (phone: string): boolean => MOBILE.test(phone) || FIXED.test(phone) || SERVICE.test(phone);
