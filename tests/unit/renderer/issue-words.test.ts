import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { wordsByField } from '#renderer/components/record-form/issue-words.ts';
import { suggestionAnswerSchema } from '#shared/modules/staff/suggestions/suggestion.schema.ts';

const told = (schema: z.ZodType, typed: unknown): Record<string, string> =>
  wordsByField({ formatMessage: (({ id }: { id: string }) => id) as never }, schema.safeParse(typed).error?.issues ?? [], typed); // the words themselves are not asked for

describe('the words at a field', () => {
  it('ask for what a condition between fields misses, and do not call an empty field unreadable', () => {
    const answer = { id: '019c0000-0000-7000-8000-0000000000b2', version: 1, takesUp: true, doerId: null, plannedUntil: null, answer: '' };
    expect(told(suggestionAnswerSchema, answer)).toEqual({ doerId: 'record-form.required', plannedUntil: 'record-form.required' });
    expect(told(z.strictObject({ gridId: z.uuid(), day: z.iso.date() }), { gridId: '', day: '32. 1.' })).toEqual({ gridId: 'record-form.required', day: 'record-form.invalid' });
    expect(told(suggestionAnswerSchema, { ...answer, takesUp: false })).toEqual({ answer: 'record-form.required' });
  });
  it('say that what stands there is wrong where something does', () => {
    const period = z.strictObject({ from: z.string(), until: z.string() }).refine(({ from, until }) => from <= until, { path: ['until'] });
    expect(told(period, { from: '2026-03-02', until: '2026-03-01' })).toEqual({ until: 'record-form.invalid' });
  });
  it('follow the way into a list, count its entries, and say of several things the first', () => {
    const list = z.strictObject({ steps: z.array(z.strictObject({ who: z.string() }).refine(({ who }) => who !== '', { path: ['who'] })).min(2) }).refine(({ steps }) => steps.length > 2, { path: ['steps'] });
    expect(told(list, { steps: [{ who: '物业' }, { who: '' }] })).toEqual({ steps: 'record-form.required' });
    expect(told(list, { steps: [{ who: '物业' }] })).toEqual({ steps: 'record-form.too-few' });
  });
});
