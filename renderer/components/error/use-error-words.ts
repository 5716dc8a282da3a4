import { useCallback } from 'react';
import { useIntl, type IntlShape } from 'react-intl';
import { messageId } from '#renderer/i18n/messages.ts';
import type { AppError } from '#shared/errors/app-error.ts';

type Plain = Record<string, string | number>;

/** Parameters as words can hold them: an instant becomes a local time, a list of codes is left to the sentence after it. */
function plainParams({ formatDate }: IntlShape, { failure }: AppError): Plain {
  if (failure.code === 'record/conflict') return { ...failure.params, at: formatDate(failure.params.at, { dateStyle: 'medium', timeStyle: 'short' }) };
  return Object.fromEntries(Object.entries(failure.params).filter(([, value]) => typeof value === 'string' || typeof value === 'number')) as Plain; // just filtered so
}

/** What happened, whether data changed and what to do next, in the reader's language. A refused password is told with its reasons. */
export function errorWords(intl: IntlShape, error: AppError): string {
  const { failure } = error;
  const sentence = intl.formatMessage({ id: messageId(`error.${failure.code}`) }, plainParams(intl, error));
  if (failure.code !== 'session/password-refused') return sentence;
  const reasons = failure.params.reasons.map((reason) => intl.formatMessage({ id: messageId(`password.reason.${reason}`) }));
  return `${sentence} ${intl.formatList(reasons, { type: 'conjunction' })}`;
}

export function useErrorWords(): (error: AppError) => string {
  const intl = useIntl();
  return useCallback((error) => errorWords(intl, error), [intl]);
}
