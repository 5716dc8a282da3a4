import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import { useWords } from '#renderer/i18n/use-words.ts';
import type { AuditEntry } from '#shared/kernel/audit/audit.contract.ts';

type Value = AuditEntry['detail'][string];

/** Names that other areas already have words for. */
const namedElsewhere = (name: string, value: string): string[] => (name === 'table' ? [`code-table.${value}`] : name === 'profile' ? [`imports.profile.${value}`] : []);

/** An entry in words: actions, kinds and parameters come as data, and one that has no words yet is shown as it was recorded. */
export function useAuditWords() {
  const { formatMessage, formatNumber } = useIntl();
  const wordsOf = useWords();
  const action = useCallback((name: string) => wordsOf([`audit.action.${name}`], name), [wordsOf]);
  const entity = useCallback((name: string) => wordsOf([`audit.entity.${name}`], name), [wordsOf]);
  const field = useCallback((name: string) => wordsOf([`audit.detail.${name}`], name), [wordsOf]);
  const value = useCallback(
    (name: string, given: Value): string => {
      if (given === null || given === '') return formatMessage({ id: 'common.none' });
      if (typeof given === 'boolean') return formatMessage({ id: given ? 'common.yes' : 'common.no' });
      if (typeof given === 'number') return formatNumber(given);
      return wordsOf([`audit.value.${name}.${given}`, ...namedElsewhere(name, given)], given);
    },
    [formatMessage, formatNumber, wordsOf],
  );
  const detail = useCallback((entry: AuditEntry) => Object.entries(entry.detail).map(([name, given]) => formatMessage({ id: 'audit.detail' }, { field: field(name), value: value(name, given) })).join(' · '), [formatMessage, field, value]);
  return { action, entity, field, value, detail };
}
