import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import { localToday } from '#renderer/components/record-form/typed-day.ts';
import { ageOn } from './age.ts';

/** A day of birth with the years completed today; empty when unknown. */
export function useBirthText(): (birthOn: string | null) => string {
  const { formatMessage } = useIntl();
  return useCallback(
    (birthOn) => {
      const age = ageOn(birthOn, localToday());
      return birthOn === null ? '' : age === null ? birthOn : formatMessage({ id: 'register.birth-and-age' }, { birth: birthOn, age });
    },
    [formatMessage],
  );
}
