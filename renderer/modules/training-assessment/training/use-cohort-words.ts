import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import type { CohortRule } from '#shared/modules/training-assessment/training/cohort.schema.ts';

/** A rule as a sentence: age, education, years; or that it limits nothing. */
export function useCohortWords(): (rule: CohortRule) => string {
  const { formatMessage, formatList } = useIntl();
  return useCallback(
    (rule) => {
      const range = (what: 'age' | 'years', from: number | null, until: number | null): string => {
        if (from === null && until === null) return '';
        if (until === null) return formatMessage({ id: `training.rule.${what}-from` }, { from });
        return from === null ? formatMessage({ id: `training.rule.${what}-until` }, { until }) : formatMessage({ id: `training.rule.${what}` }, { from, until });
      };
      const level = (value: NonNullable<CohortRule['educationFrom']>): string => formatMessage({ id: `training.education.${value}` });
      const { educationFrom: low, educationUntil: high } = rule;
      const education = low === null && high === null ? '' : high === null && low !== null ? formatMessage({ id: 'training.rule.education-from' }, { from: level(low) }) : low === null && high !== null ? formatMessage({ id: 'training.rule.education-until' }, { until: level(high) }) : low !== null && high !== null ? formatMessage({ id: 'training.rule.education' }, { from: level(low), until: level(high) }) : '';
      const parts = [range('age', rule.ageFrom, rule.ageUntil), education, range('years', rule.yearsFrom, rule.yearsUntil)].filter((part) => part !== '');
      return formatList(parts) || formatMessage({ id: 'training.rule.open' });
    },
    [formatMessage, formatList],
  );
}
