import commonPasswords from '#resources/passwords/common.json' with { type: 'json' };

export const passwordReasons = ['too-short', 'too-long', 'common', 'contains-name', 'needs-classes', 'same-as-before'] as const;
export type PasswordReason = (typeof passwordReasons)[number];

const SHORTEST = 8;
const LONGEST = 128;
const COMMON: ReadonlySet<string> = new Set(commonPasswords.words);
/** Rows that fingers follow: digits, letters, the keyboard across and down. */
const ROWS = ['01234567890', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm', '1qaz2wsx3edc4rfv5tgb6yhn7ujm', 'qazwsxedcrfvtgbyhnujm'];
const BOTH_WAYS = ROWS.flatMap((row) => [row, row.split('').reverse().join('')]);
/** Classes by Unicode, so that a Chinese sign counts as a sign of its own kind and not as nothing. */
const CLASSES = [/\p{Lu}/u, /\p{Ll}/u, /\p{Nd}/u, /[^\p{Lu}\p{Ll}\p{Nd}]/u];
const NEEDED_CLASSES = 3;

/**
 * Why a password is refused; an empty list means it is accepted. Length counts characters after NFC, any script is allowed.
 * `names` are those of the person and the community; `complexity` asks for three of four classes of characters (the station's setting,
 * on by default because classified-protection assessors ask for it; security.md 2.4).
 */
export function passwordProblems(password: string, { names, complexity }: { readonly names: readonly string[]; readonly complexity: boolean }): PasswordReason[] {
  const text = password.normalize('NFC');
  const length = Array.from(text).length;
  const folded = text.normalize('NFKC').toLowerCase();
  const reasons: PasswordReason[] = [];
  if (length < SHORTEST) reasons.push('too-short');
  if (length > LONGEST) reasons.push('too-long');
  if (isCommon(folded)) reasons.push('common');
  if (names.some((name) => holdsName(folded, name))) reasons.push('contains-name');
  if (complexity && CLASSES.filter((kind) => kind.test(text)).length < NEEDED_CLASSES) reasons.push('needs-classes');
  return reasons;
}

function isCommon(folded: string): boolean {
  const bare = folded.replaceAll(/^[^\p{L}]+|[^\p{L}]+$/gu, ''); // password123! is the word "password"
  if (COMMON.has(folded) || (bare.length >= 4 && COMMON.has(bare))) return true;
  if (/^(.{1,4}?)\1+.{0,3}$/u.test(folded) && new Set(folded).size <= 4) return true; // one short block, again and again
  if (BOTH_WAYS.some((row) => row.includes(folded))) return true;
  return isDateOrPhone(folded);
}

/** A birthday or a mobile number, alone or with up to two letters before or after: the commonest habits behind digits. */
function isDateOrPhone(folded: string): boolean {
  const digits = /^\p{L}{0,2}(\d+)\p{L}{0,2}$/u.exec(folded)?.[1] ?? '';
  return /^1[3-9]\d{9}$/.test(digits) || /^(19|20)\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$/.test(digits);
}

/** Names shorter than two Chinese signs or three letters occur by chance and are not looked for. */
function holdsName(folded: string, name: string): boolean {
  const plain = name.normalize('NFKC').trim().toLowerCase();
  const forms = [plain, plain.replace(/(社区|街道|居委会|村委会|村)$/u, '')];
  return forms.some((form) => form.length >= (/\p{Script=Han}/u.test(form) ? 2 : 3) && folded.includes(form));
}
