import { useIntl } from 'react-intl';
import { useCodes } from '#renderer/components/codes/use-codes.ts';
import type { ConditionResult } from '#shared/modules/staff/posts/condition.rules.ts';
import type { PostConditions } from '#shared/modules/staff/posts/post.schema.ts';

type Words = { readonly name: string; readonly asked: string; readonly has: string };

/** A condition in words: what it is called, what is asked, what there is. */
export function useConditionWords(): (result: Pick<ConditionResult, 'kind' | 'asked' | 'has'>) => Words {
  const { formatMessage, formatList } = useIntl();
  const { labelOf: education } = useCodes('education');
  const { labelOf: profession } = useCodes('staff-profession');
  return ({ kind, asked, has }) => {
    const years = (words: string): string => (words === '' ? '' : formatMessage({ id: 'condition.years-of' }, { years: words }));
    if (kind === 'education') return { name: formatMessage({ id: 'condition.education' }), asked: formatMessage({ id: 'condition.at-least' }, { what: education(asked) }), has: education(has) };
    if (kind === 'age') {
      const [from = '', until = ''] = asked.split('-');
      return { name: formatMessage({ id: 'condition.age' }), asked: formatMessage({ id: 'condition.age-range' }, { from: from || '…', until: until || '…' }), has: has === '' ? '' : formatMessage({ id: 'condition.age-of' }, { age: has }) };
    }
    if (kind === 'profession') return { name: formatMessage({ id: 'condition.profession' }), asked: formatList(asked.split(',').map(profession), { type: 'disjunction' }), has: profession(has) };
    if (kind === 'years') return { name: formatMessage({ id: 'condition.years' }), asked: formatMessage({ id: 'condition.at-least' }, { what: years(asked) }), has: years(has) };
    return { name: asked, asked: '', has };
  };
}

/** The conditions of a post one after the other, as far as they are set. */
export function conditionsOf({ minEducation, minAge, maxAge, professions, minYears, others }: PostConditions): Pick<ConditionResult, 'kind' | 'asked' | 'has'>[] {
  return [
    ...(minEducation === '' ? [] : [{ kind: 'education', asked: minEducation, has: '' }]),
    ...(minAge === null && maxAge === null ? [] : [{ kind: 'age', asked: `${minAge ?? ''}-${maxAge ?? ''}`, has: '' }]),
    ...(professions.length === 0 ? [] : [{ kind: 'profession', asked: professions.join(','), has: '' }]),
    ...(minYears === null ? [] : [{ kind: 'years', asked: String(minYears), has: '' }]),
    ...others.map((words) => ({ kind: `other:${words}`, asked: words, has: '' })),
  ];
}
