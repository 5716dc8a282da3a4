import { describe, expect, it } from 'vitest';
import words from '#resources/import-titles/titles.json' with { type: 'json' };
import { importProfiles } from '#electron/modules.ts';
import { titleFit } from '#electron/kernel/imports/matching/title-words.ts';

const KINDS = ['id', 'phone', 'day', 'name', 'number', 'address'];
const fields = importProfiles.flatMap((profile) => profile.fields);

describe('the other titles of fields', () => {
  it('belong to fields of some import, each field once, with a kind of value the desk can test', () => {
    const known = new Set(fields.map(({ field }) => field));
    expect(words.fields.filter(({ field }) => !known.has(field)).map(({ field }) => field)).toEqual([]);
    expect(new Set(words.fields.map(({ field }) => field)).size).toBe(words.fields.length);
    expect(words.fields.flatMap((entry) => ('kind' in entry && !KINDS.includes(entry.kind) ? [entry.kind] : []))).toEqual([]);
  });
  it.each(importProfiles.map((profile) => [profile.id, profile] as const))('never mean two fields of %s', (_id, { fields: own }) => {
    const doubled = words.fields.filter(({ field }) => own.some((known) => known.field === field)).flatMap(({ field, titles }) => titles.filter((title) => own.some((other) => other.field !== field && ['own', 'synonym'].includes(titleFit({ text: title, upper: '', lower: title }, other)))));
    expect(doubled).toEqual([]);
  });
  it('under a title that is more than a heading are only a part of one', () => {
    const phone = fields.find(({ field }) => field === 'mobile');
    if (!phone) throw new Error('no field for phones');
    expect(titleFit({ text: '', upper: '联系方式', lower: '手机号' }, phone)).toBe('synonym');
    expect(titleFit({ text: '', upper: '紧急联系人', lower: '手机号' }, phone)).toBe('part');
  });
});
