import type { IntlShape } from 'react-intl';
import type { z } from 'zod';

type Issue = z.core.$ZodIssue;

const isNothing = (value: unknown): boolean => value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** What stands where a schema found something wrong; nothing where the way there ends. */
const valueAt = (typed: unknown, path: Issue['path']): unknown => path.reduce<unknown>((value, key) => (typeof value === 'object' && value !== null ? (Reflect.get(value, key) as unknown) : undefined), typed); // read as it stands

/** What is wrong with a typed value, in words that say what would be right. `typed` is what was checked: what is found wrong does not tell what stands there. */
function issueWords({ formatMessage }: Pick<IntlShape, 'formatMessage'>, issue: Issue, typed: unknown): string {
  if (issue.code === 'too_small') {
    const minimum = Number(issue.minimum);
    if ((issue.origin === 'string' || issue.origin === 'array') && minimum <= 1) return formatMessage({ id: 'record-form.required' });
    return formatMessage({ id: issue.origin === 'string' ? 'record-form.too-short' : issue.origin === 'array' ? 'record-form.too-few' : 'record-form.too-low' }, { minimum });
  }
  if (issue.code === 'too_big') return formatMessage({ id: issue.origin === 'string' ? 'record-form.too-long' : issue.origin === 'array' ? 'record-form.too-many' : 'record-form.too-high' }, { maximum: Number(issue.maximum) });
  return formatMessage({ id: isNothing(valueAt(typed, issue.path)) ? 'record-form.required' : 'record-form.invalid' });
}

/** What is wrong with each field of a form; of several things the one found first. */
export function wordsByField(intl: Pick<IntlShape, 'formatMessage'>, issues: readonly Issue[], typed: unknown): Record<string, string> {
  const words: Record<string, string> = {};
  for (const issue of issues) words[String(issue.path[0] ?? '')] ??= issueWords(intl, issue, typed);
  return words;
}
