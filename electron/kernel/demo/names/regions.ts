/**
 * Invented places. GB/T 2260 numbers provinces from 11 to 82, and the one other kind of 18-digit number that begins with 9 (foreign permanent
 * residents' cards) goes on with a province's number; none is 90 or 99. So no number built on these codes can belong to a real person.
 */
export type Region = { readonly code: string; readonly name: string };

export const province: Region = { code: '99', name: '苇原省' };
export const city: Region = { code: '9901', name: '荻川市' };
export const DISTRICT_CODE = '990101';

/** Where people come from who are not registered in the demo's district. */
export const otherRegions: readonly Region[] = [
  { code: '990121', name: '苇原省荻川市菱塘县' },
  { code: '990122', name: '苇原省荻川市蒲溪县' },
  { code: '990203', name: '苇原省禾洲市荇塘区' },
  { code: '990225', name: '苇原省禾洲市芡湖县' },
  { code: '990321', name: '苇原省砚岭市笔架县' },
  { code: '990402', name: '苇原省橹声市帆影区' },
  { code: '990427', name: '苇原省橹声市缆石县' },
  { code: '990523', name: '苇原省陶沟市窑湾县' },
];
