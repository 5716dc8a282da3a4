import type { IntlShape } from 'react-intl';
import type { z } from 'zod';

type Issue = z.core.$ZodIssue;

const isNothing = (value: unknown): boolean => value === undefined || value === null || value === '';

/** What is wrong with a typed value, in words that say what would be right. */
export function issueWords({ formatMessage }: Pick<IntlShape, 'formatMessage'>, issue: Issue): string {
  if (issue.code === 'too_small') {
    const minimum = Number(issue.minimum);
    if ((issue.origin === 'string' || issue.origin === 'array') && minimum <= 1) return formatMessage({ id: 'record-form.required' });
    return formatMessage({ id: issue.origin === 'string' ? 'record-form.too-short' : 'record-form.too-low' }, { minimum });
  }
  if (issue.code === 'too_big') return formatMessage({ id: issue.origin === 'string' ? 'record-form.too-long' : 'record-form.too-high' }, { maximum: Number(issue.maximum) });
  const isMissing = (issue.code === 'invalid_type' || issue.code === 'invalid_value') && isNothing(issue.input);
  return formatMessage({ id: isMissing ? 'record-form.required' : 'record-form.invalid' });
}
