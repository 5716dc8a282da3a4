import english from '#resources/locales/en/imports.json' with { type: 'json' };
import chinese from '#resources/locales/zh-CN/imports.json' with { type: 'json' };
import type { Finding, ImportColumn } from '#shared/kernel/imports/imports.contract.ts';

type Locale = 'zh-CN' | 'en';
const catalogues: Readonly<Record<Locale, Readonly<Record<string, string>>>> = { 'zh-CN': chinese, en: english };

const letter = (index: number): string => (index < 26 ? '' : letter(Math.floor(index / 26) - 1)) + String.fromCharCode(65 + (index % 26));

/** A sentence about a cell for a workbook that leaves the desk: column letter, title, reason. Finding messages use plain `{name}` places only. */
export function findingSentence(locale: Locale, finding: Finding, columns: readonly ImportColumn[]): string {
  const pattern = catalogues[locale][`import.finding.${finding.code}`] ?? finding.code;
  const reason = pattern.replaceAll(/\{(\w+)\}/g, (_place, name: string) => String(finding.params[name] ?? ''));
  const column = columns.find((candidate) => candidate.index === finding.column);
  return column ? `${letter(column.index)} ${column.title.replaceAll(/[*\n]/g, '')}：${reason}` : reason;
}

export const noteTitle = (locale: Locale): string => catalogues[locale]['import.bad-rows.note-title'] ?? '';
