import zhCN from '#resources/locales/zh-CN/budget-words.json' with { type: 'json' };

const words: Readonly<Record<string, string>> = zhCN;
/** The Chinese words of a value that is a word of the program. */
export const word = (group: string, value: string): string => words[`budget.${group}.${value}`] ?? value;
/** Yuan as a workbook reckons with them. */
export const yuan = (fen: number): number => fen / 100;
