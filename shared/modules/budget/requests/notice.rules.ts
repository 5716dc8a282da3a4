const LONGEST_NAME = 4;
const HAN = /^\p{Script=Han}+$/u;
/** Ends of what is a body and not a person, however short. */
const BODY = /(会|委|办|店|社|队|厂|所|院|中心|公司|部|站)$/u;

/** A name as it may hang on a public board: a person's given name is starred, a firm or body stays. 王小明 → 王**, 欧阳娜 → 欧**. */
export function publicName(name: string): string {
  const letters = Array.from(name.trim());
  if (letters.length < 2 || letters.length > LONGEST_NAME || !HAN.test(name.trim()) || BODY.test(name.trim())) return name.trim();
  return `${letters[0] ?? ''}${'*'.repeat(letters.length - 1)}`;
}
