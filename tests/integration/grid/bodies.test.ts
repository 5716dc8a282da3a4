import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Body } from '#shared/modules/grid/territory/bodies/body.schema.ts';
import { agreementOn } from '#shared/modules/grid/territory/bodies/agreement.rules.ts';
import type { Grid } from '#shared/modules/grid/territory/grid.schema.ts';
import type { SearchHit } from '#shared/kernel/search/search.contract.ts';
import { gridDraft } from '#tests/support/grids.ts';
import { openWorkstation, type Workstation } from '#tests/support/workstation.ts';

let desk: Workstation;
beforeEach(async () => void (desk = await openWorkstation()));
afterEach(() => desk.close());

const draft = (name: string, values: Record<string, unknown> = {}) => ({ kind: 'social', name, contact: '', contactPhone: '', address: '', duty: '', agreementNo: '', agreementFrom: null, agreementUntil: null, gridIds: [], isActive: true, note: '', ...values });
const body = (name: string, values: Record<string, unknown> = {}) => desk.done<Body>('grid.createBody', draft(name, values));
const names = async (filter: Record<string, unknown>): Promise<string[]> => (await desk.done<Body[]>('grid.listBodies', { filter })).map(({ name }) => name);

describe('an organisation', () => {
  it('is one of three kinds, tied to grids, with contact, duty and agreement; its history tells every change', async () => {
    const grid = await desk.done<Grid>('grid.createGrid', gridDraft('北网格'));
    const made = await body('邻里互助社', { gridIds: [grid.id], contact: '沈秋', contactPhone: '0571 8888 0000', duty: '陪诊', agreementNo: '协〔1〕', agreementFrom: '2026-01-01', agreementUntil: '2026-12-31' });
    expect(made).toMatchObject({ gridNames: ['北网格'], contactPhone: '057188880000', agreement: 'running' });
    const { id, version: _v, gridNames: _n, agreement: _a, createdAt: _c, updatedAt: _u, extra: _e, ...fields } = made;
    await desk.done('grid.updateBody', { ...fields, id, version: 1, duty: '陪诊、代买' });
    expect(await desk.refused('grid.updateBody', { ...fields, id, version: 1 })).toBe('record/conflict');
    expect(await desk.done('audit.listChanges', { entity: 'body', id })).toMatchObject([{ fields: { duty: ['陪诊', '陪诊、代买'] } }, {}]);
    expect(await desk.refused('grid.createBody', draft('某公司', { kind: 'company' }))).toBe('validation/failed');
  });
  it('is refused with a name that is taken, a term that ends before it begins, or an unknown grid', async () => {
    await body('邻里互助社');
    expect(await desk.refused('grid.createBody', draft('邻里互助社'))).toBe('body/name-taken');
    expect(await desk.refused('grid.createBody', draft('别的社', { agreementFrom: '2026-05-01', agreementUntil: '2026-04-30' }))).toBe('body/term-reversed');
    expect(await desk.refused('grid.createBody', draft('别的社', { gridIds: ['019c0000-0000-7000-9000-00000000ffff'] }))).toBe('record/not-found');
    expect(desk.count('body')).toBe(1);
  });
  it('is found by name, pinyin, contact and agreement, in its list and everywhere', async () => {
    const { id } = await body('邻里互助社', { contact: '沈秋', agreementNo: '协〔7〕' });
    await body('农贸市场', { kind: 'economic' });
    for (const text of ['互助', 'llhz', 'linli', '沈秋', '〔7〕']) expect(await names({ text }), text).toEqual(['邻里互助社']);
    expect(await names({ kinds: ['economic'] })).toEqual(['农贸市场']);
    expect((await desk.done<SearchHit[]>('search.findEverywhere', { text: '互助', limit: 20 })).filter(({ entity }) => entity === 'body').map((hit) => hit.id)).toEqual([id]);
  });
  it('that is no longer active leaves the list unless asked for', async () => {
    await body('旧社', { isActive: false });
    expect(await names({})).toEqual([]);
    expect(await names({ withEnded: true })).toEqual(['旧社']);
  });
});

describe('an agreement', () => {
  const terms = { none: [null, ''], open: [null, '协〔1〕'], ended: ['2026-03-01', ''], ending: ['2026-04-01', ''], running: ['2026-04-02', ''] } as const;
  it.each(Object.entries(terms))('%s: the rule and the list agree', async (state, [agreementUntil, agreementNo]) => {
    expect(agreementOn({ agreementNo, agreementFrom: null, agreementUntil }, '2026-03-02')).toBe(state);
    await body('邻里互助社', { agreementUntil, agreementNo });
    for (const other of Object.keys(terms)) expect(await names({ agreements: [other] }), other).toEqual(other === state ? ['邻里互助社'] : []);
  });
  it('that ends soon or has ended waits on Today', async () => {
    await body('甲社', { agreementUntil: '2026-03-02' });
    await body('乙社', { agreementUntil: '2026-03-01' });
    await body('丙社', { agreementUntil: '2026-03-01', isActive: false });
    const items = (await desk.done<{ kind: string; params: { count: number } }[]>('notifications.listToday')).filter(({ kind }) => kind.startsWith('agreements'));
    expect(Object.fromEntries(items.map(({ kind, params }) => [kind, params.count]))).toEqual({ 'agreements-ended': 1, 'agreements-ending': 1 });
  });
});
