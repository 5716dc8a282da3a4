import { checkLetter } from '#shared/modules/grid/register/citizen-id.rules.ts';

/** An invented citizen number with its right check letter: place, birth as YYYYMMDD, serial of three digits (odd is male). */
export const idNumber = (birth: string, serial: number): string => {
  const body = `330102${birth}${String(serial).padStart(3, '0')}`;
  return body + checkLetter(body);
};

export type Invented = { readonly name: string; readonly sex: '男' | '女'; readonly id: string; readonly mobile: string; readonly address: string };
const NAMES = ['贾一', '欧阳二', '钱三三', '孙四', '李五', '周六六', '吴七', '郑八'] as const;

/** A few people nobody knows. */
export const inventedPeople = (count: number): Invented[] =>
  Array.from({ length: count }, (_, at) => ({
    name: NAMES[at % NAMES.length] ?? '',
    sex: at % 2 === 0 ? ('男' as const) : ('女' as const),
    id: idNumber(`19${60 + (at % 30)}0${1 + (at % 9)}15`, 101 + at),
    mobile: `139${String(10_000_000 + at)}`,
    address: `清波街${at + 1}号${1 + (at % 6)}幢${1 + (at % 3)}单元10${at % 8}室`,
  }));
