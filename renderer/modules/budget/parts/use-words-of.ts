import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import { useWords } from '#renderer/i18n/use-words.ts';

type Group = 'step' | 'waiter' | 'outcome' | 'voucher-kind' | 'entry-kind' | 'account' | 'source-kind' | 'form' | 'partner-kind' | 'stage' | 'line-kind' | 'overspend';

/** The words of a value of the program, e.g. of a step. */
export function useWordsOf(): (group: Group, value: string) => string {
  const words = useWords();
  return useCallback((group, value) => words([`budget.${group}.${value}`], value), [words]);
}

/** Values of a group as choices. */
export function useChoices(group: Group, values: readonly string[]): { readonly value: string; readonly label: string }[] {
  const word = useWordsOf();
  return values.map((value) => ({ value, label: word(group, value) }));
}

/** Whom a step waits for: a level or a person by name, or a post by its word. */
export function useWaiter(): (waitingFor: string) => string {
  const word = useWordsOf();
  const { formatMessage } = useIntl();
  return useCallback((waitingFor) => (waitingFor.startsWith('@') ? word('waiter', waitingFor.slice(1)) : waitingFor === '' ? formatMessage({ id: 'common.none' }) : waitingFor), [word, formatMessage]);
}
