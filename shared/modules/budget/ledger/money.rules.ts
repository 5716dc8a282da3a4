/** All money is whole fen. The largest sum the desk takes: a hundred thousand million yuan fits four groups of the capital figures. */
export const MAX_FEN = 10_000_000_000_000;

/**
 * Deals `total` fen out by weights with the largest remainder (Hamilton): each part is the floor or the ceiling of its exact share, and the parts
 * always sum to `total`. Equal remainders go to the earlier part. Throws on a negative total or weights that are not whole numbers above zero in sum.
 */
export function allocate(total: number, weights: readonly number[]): number[] {
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  if (!Number.isSafeInteger(total) || total < 0 || whole <= 0 || weights.some((weight) => !Number.isSafeInteger(weight) || weight < 0)) throw new RangeError('shares need whole fen and whole weights');
  const exact = weights.map((weight) => BigInt(total) * BigInt(weight));
  const parts = exact.map((share) => Number(share / BigInt(whole)));
  const left = total - parts.reduce((sum, part) => sum + part, 0);
  const byRemainder = exact.map((share, at) => ({ at, rest: share % BigInt(whole) })).sort((one, other) => (one.rest === other.rest ? one.at - other.at : one.rest > other.rest ? -1 : 1));
  for (const { at } of byRemainder.slice(0, left)) parts[at] = (parts[at] ?? 0) + 1;
  return parts;
}

const DIGITS = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'] as const;
const PLACES = ['仟', '佰', '拾', ''] as const;
const GROUPS = ['', '万', '亿', '万亿'] as const;
const GROUP = 10_000;
const digit = (value: number): string => DIGITS[value] ?? '';

/** Four figures, e.g. 1050 as 壹仟零伍拾; a zero before the first figure is the caller's. */
function group(value: number): string {
  let words = '';
  let isGap = false;
  for (const [at, place] of PLACES.entries()) {
    const figure = Math.floor(value / 10 ** (3 - at)) % 10;
    if (figure === 0) isGap = words !== '';
    else {
      words += `${isGap ? '零' : ''}${digit(figure)}${place}`;
      isGap = false;
    }
  }
  return words;
}

function wholeYuan(yuan: number): string {
  const groups: number[] = [];
  for (let rest = yuan; rest > 0; rest = Math.floor(rest / GROUP)) groups.push(rest % GROUP);
  let words = '';
  let isGap = false;
  for (let at = groups.length - 1; at >= 0; at -= 1) {
    const value = groups[at] ?? 0;
    if (value === 0) {
      isGap = words !== '';
      continue;
    }
    const needsZero = words !== '' && (isGap || value < 1000);
    // 亿 is written once: a group of 万亿 is followed by the group of 亿 or names it itself
    const unit = at === 3 && (groups[2] ?? 0) !== 0 ? '万' : (GROUPS[at] ?? '');
    words += `${needsZero ? '零' : ''}${group(value)}${unit}`;
    isGap = false;
  }
  return words;
}

/**
 * An amount in capital figures as vouchers carry it (《支付结算办法》附一《正确填写票据和结算凭证的基本规定》): 人民币 in front, 整 after yuan and jiao,
 * 零 for figures left out. `fen` is whole and within ±MAX_FEN; a negative amount begins with 负.
 */
export function capitalAmount(fen: number): string {
  if (!Number.isSafeInteger(fen) || Math.abs(fen) > MAX_FEN) throw new RangeError('no amount of this desk');
  const value = Math.abs(fen);
  const [yuan, jiao, cent] = [Math.floor(value / 100), Math.floor(value / 10) % 10, value % 10];
  const head = `人民币${fen < 0 ? '负' : ''}`;
  if (value === 0) return `${head}零元整`;
  const whole = yuan === 0 ? '' : `${wholeYuan(yuan)}元`;
  if (jiao === 0 && cent === 0) return `${head}${whole}整`;
  const tens = jiao === 0 ? (yuan === 0 ? '' : '零') : `${digit(jiao)}角`;
  const needsZero = yuan > 0 && jiao > 0 && yuan % 10 === 0 ? '零' : '';
  return `${head}${whole}${needsZero}${tens}${cent === 0 ? '整' : `${digit(cent)}分`}`;
}

/** Yuan with two decimals as a sentence has them, e.g. `1,234.50`. */
export const yuanText = (fen: number): string => `${fen < 0 ? '-' : ''}${Math.floor(Math.abs(fen) / 100).toLocaleString('en')}.${String(Math.abs(fen) % 100).padStart(2, '0')}`;
