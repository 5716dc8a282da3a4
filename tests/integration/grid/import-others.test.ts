import { afterEach, describe, expect, it } from 'vitest';
import type { ImportBatch } from '#shared/kernel/imports/imports.contract.ts';
import { writeXlsx } from 'hucre';
import { filledForm, hasForms, organisationTree, peerForm, stage, stageBytes, withGrids } from '#tests/support/forms.ts';
import { openWorkstation, type Workstation } from '#tests/support/workstation.ts';

const stations: Workstation[] = [];
const station = async (): Promise<Workstation> => {
  const opened = await openWorkstation({ roles: ['supervisor'] });
  stations.push(opened);
  opened.advance(Date.parse('2026-11-23T01:00:00Z') - opened.clock.now().getTime());
  return opened;
};
afterEach(() => {
  for (const opened of stations.splice(0)) opened.close();
});

describe.skipIf(!hasForms)('the other official workbooks', () => {
  it('take in the dwellings', async () => {
    const desk = await station();
    await withGrids(desk);
    const batch = await stage(desk, filledForm('ACTUALHOUSE'));
    expect(batch.profile).toBe('dwellings');
    expect(batch.counts).toMatchObject({ total: 3600, new: 3600, bad: 0 });
    await desk.done('imports.commitStaged', { batchId: batch.id });
    expect(desk.count('dwelling', "building <> '' AND area_centiares IS NOT NULL")).toBe(3600);
    expect(desk.count('dwelling', "category = 'rented'")).toBeGreaterThan(0);
  });

  it('found the grids of a new community with the team’s form', async () => {
    const desk = await station();
    const batch = await stage(desk, filledForm('GRIDTEAM'));
    expect(batch.profile).toBe('grid-members');
    expect(batch.counts).toMatchObject({ total: 8, new: 8, bad: 0 });
    await desk.done('imports.commitStaged', { batchId: batch.id });
    expect(desk.count('grid_member')).toBe(8);
    expect(desk.count('grid', "status = 'active' AND responsible_id IS NOT NULL")).toBe(8);
    await desk.done('imports.undoBatch', { batchId: batch.id });
    expect(desk.count('grid_member', 'removed_at IS NULL') + desk.count('grid')).toBe(0);
  });

  it('take in the whole organisation tree as it is, and the own community finds its place', async () => {
    const desk = await station();
    const staged = await stage(desk, organisationTree);
    expect(staged.profile).toBe('organisations');
    expect(staged.counts.bad).toBe(0);
    const batch = await desk.done<ImportBatch>('imports.commitStaged', { batchId: staged.id });
    expect(batch.status).toBe('committed');
    const levels = await desk.done<{ level: string; count: number }[]>('grid.summariseOrganisations');
    const count = (level: string): number => levels.find((entry) => entry.level === level)?.count ?? 0;
    expect(count('province')).toBe(1);
    expect(count('city')).toBe(11);
    expect(desk.count('organisation', 'own = 0 AND id NOT IN (SELECT parent_id FROM organisation WHERE parent_id IS NOT NULL)')).toBe(33_881);
    expect(await desk.done('grid.listOrganisationProblems', { limit: 500 })).toEqual({ rows: [], count: 0 });

    const [found] = await desk.done<{ id: string; code: string; path: string[] }[]>('grid.findOrganisations', { text: '330102001051' });
    expect(found).toMatchObject({ code: '330102001051', path: ['浙江', '杭州市', '上城区', '清波街道'] });
    const own = await desk.done<{ own: boolean; code: string; path: string[] }>('grid.chooseOwnCommunity', { id: found?.id });
    expect(own).toMatchObject({ own: true, code: '330102001051', path: ['浙江', '杭州市', '上城区', '清波街道'] });
    expect(await desk.done('grid.suggestGridCode', { type: 'basic' })).toEqual({ code: '330102001051101' });

    const again = await stage(desk, organisationTree);
    expect(again.counts).toMatchObject({ new: 0, same: again.counts.total });
    expect((await desk.done<{ problems: unknown[] }>('audit.verifyAudit', { auditKey: desk.auditKey })).problems).toEqual([]);
  });
});

describe.skipIf(!hasForms)('the empty official forms', () => {
  it.each([['HOUSEHOLDSTAFF', 'registered-persons'], ['FLOATINGPOPULATION', 'floating-persons'], ['ACTUALHOUSE', 'dwellings'], ['GRIDTEAM', 'grid-members'], ['FOURTEAMMEMBERS', 'team-members'], ['ACTUALCOMPANY', 'companies']] as const)('%s is known by its titles', async (form, profile) => {
    const desk = await station();
    const batch = await stage(desk, peerForm(form));
    expect(batch).toMatchObject({ profile, asksKind: false, counts: { total: 0 } });
    expect(batch.columns.every(({ match }) => match === null)).toBe(true);
  });
});

describe('a tree with faults', () => {
  it('is taken in whole: each fault is said at its cell and listed with its node', async () => {
    const desk = await station();
    const pair = ['组织机构名', '编号'];
    const rows = [
      [...pair, ...pair, ...pair],
      ['甲省', 99, '乙市', '9901', '丙区', '990101'],
      [null, null, null, null, '丁区', '990101'],
      [null, null, null, null, '戊区', '9901O2'],
      [null, null, null, null, '己区', ''],
      [null, null, null, null, '庚区', '990201'],
      [null, null, null, null, '丙区', '990105'],
      [null, null, null, null, '丙区', '990101'],
    ];
    const batch = await stageBytes(desk, 'tree.xlsx', Buffer.from(await writeXlsx({ sheets: [{ name: '乙市', rows }] })));
    expect(batch.counts).toMatchObject({ total: 7, new: 6, bad: 0, same: 1 });
    await desk.done('imports.commitStaged', { batchId: batch.id });
    const listed = await desk.done<{ rows: { name: string; code: string; problem: string }[] }>('grid.listOrganisationProblems', {});
    expect(listed.rows.map(({ name, code, problem }) => `${name} ${code} ${problem}`).sort()).toEqual(['丁区 990101 duplicate-code', '丙区 990105 duplicate-name', '己区  missing-code', '庚区 990201 code-not-under-parent', '戊区 9901O2 broken-code'].sort());
    expect(desk.count('organisation', "code = '99'")).toBe(1);
  });
});
