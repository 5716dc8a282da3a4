import { describe, expect, it } from 'vitest';
import { fieldKeys, fieldText } from '#renderer/components/history/field-text.ts';
import matters from '#resources/locales/zh-CN/matters.json' with { type: 'json' };

const intl = { formatMessage: ({ id }: { id: string }) => id, formatList: (list: readonly string[]) => list.join(), formatDate: (at: string) => `local ${at}` } as unknown as Parameters<typeof fieldText>[0]; // what the text asks of it

describe('the history of a record', () => {
  it('names the columns of a matter in words', () => {
    for (const column of ['moves', 'touched_at', 'urges', 'urged_on', 'due_on', 'clock_used', 'suspended_until']) expect(fieldKeys('matter', column).some((key) => key in matters), column).toBe(true);
  });

  it('shows an instant as a time of this place and everything else as it was written', () => {
    expect(fieldText(intl, '2026-11-27T07:55:02.085Z')).toBe('local 2026-11-27T07:55:02.085Z');
    expect(fieldText(intl, '2026-11-27')).toBe('2026-11-27');
    expect(fieldText(intl, null)).toBe('common.none');
  });
});
