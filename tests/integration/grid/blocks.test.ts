import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { personWeight } from '#electron/modules/grid/register/completeness/completeness.repository.ts';
import { completenessOf, expectedFields } from '#shared/modules/grid/register/completeness/completeness.rules.ts';
import { emptyBlock, isSensitive, type Block } from '#shared/modules/grid/register/blocks/block.schema.ts';
import type { CompletenessRow } from '#shared/modules/grid/register/completeness/completeness.contract.ts';
import type { Change } from '#shared/kernel/audit/audit.contract.ts';
import { personCategories } from '#shared/modules/grid/register/person.schema.ts';
import { personDraft } from '#tests/support/person-draft.ts';
import { openWorkstation, type Workstation } from '#tests/support/workstation.ts';

let desk: Workstation;
beforeEach(async () => void (desk = await openWorkstation({ roles: ['supervisor', 'administrator'] })));
afterEach(() => desk.close());

type Kept = { blockId: string | null; block: Block };
const person = (values: Record<string, unknown> = {}) => desk.done<{ id: string; version: number }>('grid.createPerson', personDraft(values));
const blockOf = (id: string) => desk.done<Kept>('grid.getPersonBlock', { id });
const save = (id: string, version: number, block: Partial<Block>) => ({ ...personDraft({ category: 'floating' }), idNumber: undefined, phone: undefined, id, version, block: { ...emptyBlock, ...block } });
const switchOn = async (sensitiveFields: boolean) => desk.done('settings.updateSettings', { ...(await desk.done<object>('settings.getSettings')), sensitiveFields });

describe('what is kept by category', () => {
  it.each(personCategories)('is kept for %s also of somebody without a mainland number', async (category) => {
    const { id } = await person({ category, idType: '414', idNumber: 'E12345678', block: { ...emptyBlock, nationality: '法国', inflowReason: 'work' } });
    expect((await blockOf(id)).block).toMatchObject({ nationality: 'FRA', inflowReason: 'work' });
  });
  it('is one act with the person, leaves masked numbers as they are, and is undone with it', async () => {
    const { id } = await person({ category: 'floating', block: { ...emptyBlock, permitNumber: '33010620260001', familyPhone: '138 1234 5678' } });
    const first = await blockOf(id);
    expect(JSON.stringify(first)).not.toMatch(/33010620260001|13812345678/);
    await desk.done('grid.updatePerson', save(id, 1, { ...first.block, inflowReason: 'study' }));
    const stored = desk.sqlite().prepare('SELECT permit_number, family_phone, inflow_reason FROM person_block').get();
    expect(stored).toEqual({ permit_number: '33010620260001', family_phone: '13812345678', inflow_reason: 'study' });
    await desk.done('undo.undo', { seq: (await desk.done<{ undo: { seq: number } }>('undo.listNext')).undo.seq });
    expect((await blockOf(id)).block.inflowReason).toBe('');
  });
  it('keeps belief, health and income only where the station switched them on, and never tells them in the history', async () => {
    const { id } = await person();
    expect(await desk.refused('grid.updatePerson', save(id, 1, { health: '良好' }))).toBe('person/sensitive-off');
    await switchOn(true);
    await desk.done('grid.updatePerson', save(id, 1, { health: '良好', incomeFen: 5_000_000 }));
    await desk.done('grid.updatePerson', save(id, 2, { health: '一般', incomeFen: 5_000_000 }));
    const { blockId } = await blockOf(id);
    expect((await desk.done<Change[]>('audit.listChanges', { entity: 'person_block', id: blockId })).map(({ fields }) => fields['health'])).toContainEqual(['***', '***']);
    await switchOn(false);
    expect((await blockOf(id)).block).toMatchObject({ health: '', incomeFen: null });
    await desk.done('grid.updatePerson', save(id, 3, { inflowReason: 'work' }));
    await switchOn(true);
    expect((await blockOf(id)).block).toMatchObject({ health: '一般', incomeFen: 5_000_000, inflowReason: 'work' });
  });
});

describe('completeness', () => {
  it('counts nothing that is sensitive, nor ethnic group or political status', () => {
    const counted = personCategories.flatMap((category) => expectedFields[category]);
    expect(counted.filter((one) => one.of === 'block' && isSensitive(one.field))).toEqual([]);
    expect(counted.map(({ field }) => String(field)).filter((field) => ['ethnic', 'political', 'marital'].includes(field))).toEqual([]);
  });
  it('is 100 only when nothing is missing, and 0 when all is', () => {
    for (const category of personCategories) {
      expect(completenessOf(category, {}, {}).score).toBe(0);
      const filled = (of: 'person' | 'block') => Object.fromEntries(expectedFields[category].filter((one) => one.of === of).map(({ field }) => [field, 'x']));
      expect(completenessOf(category, filled('person'), filled('block'))).toEqual({ score: 100, missing: [] });
      expect(completenessOf(category, { ...filled('person'), presentAddress: '' }, filled('block')).missing.map(({ field }) => field)).toEqual(['presentAddress']);
    }
  });
  it('is the same in the list, in the picture and on the sheet', async () => {
    for (const [index, category] of personCategories.entries()) {
      await person({ category, name: `人${index}`, phone: '13812345678', presentAddress: index % 2 === 0 ? '清波门 1 号' : '', livesWhereRegistered: false, block: { ...emptyBlock, noHukouReason: 'other', nationality: '法国', arrivedOn: '2026-01-01' } });
    }
    const rows = await desk.done<CompletenessRow[]>('grid.listCompleteness', {});
    expect(rows).toHaveLength(personCategories.length);
    expect(rows.map(({ score }) => score)).toEqual(rows.map(({ score }) => score).sort((a, b) => a - b));
    for (const row of rows) expect(await desk.done('grid.getCompleteness', { id: row.id })).toEqual({ score: row.score, missing: row.missing });
    const [grade] = await desk.done<{ score: number; full: number; most: number; half: number; little: number }[]>('grid.summariseCompleteness', {});
    expect(grade?.score).toBeCloseTo(rows.reduce((sum, { score }) => sum + score, 0) / rows.length);
    for (const band of ['full', 'most', 'half', 'little'] as const) expect((await desk.done<{ count: number }>('grid.countCompleteness', { filter: { bands: [band], withoutGrid: true } })).count).toBe(grade?.[band]);
  });

  it('is summed up in an index alone, grid by grid exactly as record by record', async () => {
    const demo = await openWorkstation({ demo: true });
    await demo.done('session.fillDemo', { seed: 7 });
    const grades = await demo.done<{ gridId: string | null; score: number; full: number; most: number; half: number; little: number }[]>('grid.summariseCompleteness', {});
    const grid = grades.find(({ gridId }) => gridId !== null);
    const rows: CompletenessRow[] = [];
    for (let offset = 0; ; offset += 500) {
      const page = await demo.done<CompletenessRow[]>('grid.listCompleteness', { filter: { gridIds: [grid?.gridId] }, limit: 500, offset });
      rows.push(...page);
      if (page.length < 500) break;
    }
    expect(grid?.score).toBeCloseTo(rows.reduce((sum, { score }) => sum + score, 0) / rows.length, 8);
    expect(grid?.full).toBe(rows.filter(({ score }) => score === 100).length);
    expect([grid?.most, grid?.half, grid?.little]).toEqual([rows.filter(({ score }) => score >= 80 && score < 100).length, rows.filter(({ score }) => score >= 50 && score < 80).length, rows.filter(({ score }) => score < 50).length]);
    expect(grades.reduce((sum, { full, most, half, little }) => sum + full + most + half + little, 0)).toBe(demo.count('person', 'removed_at IS NULL'));
    const plan = demo.sqlite().prepare(`EXPLAIN QUERY PLAN SELECT p.grid_id, p.category, ${personWeight}, count(*) FROM person p WHERE p.removed_at IS NULL GROUP BY p.grid_id, p.category, ${personWeight}`).all() as { detail: string }[]; // the plan's own columns
    expect(plan.map(({ detail }) => detail)).toEqual(['SCAN p USING INDEX person_by_wholeness']);
    demo.close();
  });
});
