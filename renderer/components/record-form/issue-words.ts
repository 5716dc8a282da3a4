import type { IntlShape } from 'react-intl';
import type { z } from 'zod';

type Issue = z.core.$ZodIssue;

/** What is wrong with a typed value, in words that say what would be right. */
export function issueWords({ formatMessage }: Pick<IntlShape, 'formatMessage'>, issue: Issue): string {
  switch (issue.code) {
    case 'too_small':
      if (issue.origin !== 'string') return formatMessage({ id: 'record-form.too-low' }, { minimum: Number(issue.minimum) });
      return Number(issue.minimum) <= 1 ? formatMessage({ id: 'record-form.required' }) : formatMessage({ id: 'record-form.too-short' }, { minimum: Number(issue.minimum) });
    case 'too_big':
      return formatMessage({ id: issue.origin === 'string' ? 'record-form.too-long' : 'record-form.too-high' }, { maximum: Number(issue.maximum) });
    case 'invalid_value':
    case 'invalid_type':
      return issue.input === undefined || issue.input === null || issue.input === '' ? formatMessage({ id: 'record-form.required' }) : formatMessage({ id: 'record-form.invalid' });
    default:
      return formatMessage({ id: 'record-form.invalid' });
  }
}
