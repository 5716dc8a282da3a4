import type { PlanItem, PlanSheet } from '#shared/modules/training-assessment/assessment/plan.schema.ts';
import type { Sheet, SheetRow } from '#shared/modules/training-assessment/assessment/sheet.schema.ts';
import type { Workstation } from './workstation.ts';

const BANDS = [
  { band: 'excellent', floor: 90_000, follows: [{ code: 'reward', inRow: 1 }, { code: 'star-up', inRow: 2 }] },
  { band: 'good', floor: 85_000, follows: [] },
  { band: 'pass', floor: 80_000, follows: [{ code: 'training', inRow: 1 }] },
  { band: 'fail', floor: 0, follows: [{ code: 'talk', inRow: 1 }, { code: 'exit', inRow: 2 }] },
] as const;

/** A plan of a thousand points for grid members, as the workstation takes it. */
export const planDraft = (values: Record<string, unknown> = {}) => ({
  title: '2026年网格员考评', year: 2026, subjectKind: 'member', fromOn: '2026-01-01', untilOn: '2026-12-31', fullScore: 100_000, selfUntil: '2026-12-10', superiorUntil: '2026-12-25', appealDays: 5, leastPeers: 3, leastResidents: 10, note: '', bands: BANDS, ...values,
});
export const itemDraft = (planId: string, values: Record<string, unknown> = {}) => ({ planId, parentId: null, title: '走访', kind: 'indicator', fullScore: 10_000, sourceId: 'visits-kept', floorShare: 5000, targetShare: 9500, rule: '', ...values });

export const grid = (name: string) => ({ name, type: 'basic', nature: '', boundary: '', responsibleId: null, startedOn: null, note: '', code: '' });
export const member = (name: string, gridId: string | null, values: Record<string, unknown> = {}) => ({ name, phone: '', sex: '0', birthOn: null, idNumber: '', employment: 'full-time', political: '', education: '', registeredOn: null, gridId, note: '', ...values });

/** 400 for work facts in two lines, 300 by the superior, 100 each by peers, residents and the visits' order; up to 50 more or less. */
export async function aPlan(desk: Workstation, values: Record<string, unknown> = {}): Promise<PlanSheet> {
  const plan = await desk.done<PlanSheet>('trainingAssessment.createPlan', planDraft(values));
  const add = (item: Record<string, unknown>) => desk.done<PlanItem>('trainingAssessment.addItem', itemDraft(plan.id, item));
  const facts = await add({ title: '工作事实', kind: 'group', sourceId: '', fullScore: 50_000 });
  await add({ title: '走访到位', parentId: facts.id, fullScore: 30_000 });
  await add({ title: '网格底册', parentId: facts.id, fullScore: 20_000, sourceId: 'grid-in-order', floorShare: 0, targetShare: 10_000 });
  await add({ title: '上级评分', kind: 'scored', sourceId: '', fullScore: 30_000 });
  await add({ title: '同事互评', kind: 'peer', sourceId: '', fullScore: 10_000, floorShare: 0, targetShare: 10_000 });
  await add({ title: '居民评议', kind: 'resident', sourceId: '', fullScore: 10_000, floorShare: 0, targetShare: 10_000 });
  await add({ title: '加扣分', kind: 'adjust', sourceId: '', fullScore: 5000 });
  return desk.done<PlanSheet>('trainingAssessment.getPlan', { id: plan.id });
}

export async function enabled(desk: Workstation, values: Record<string, unknown> = {}): Promise<{ plan: PlanSheet; sheets: SheetRow[] }> {
  const draft = await aPlan(desk, values);
  const plan = await desk.done<PlanSheet>('trainingAssessment.enablePlan', { id: draft.id, version: draft.version });
  return { plan, sheets: await desk.done<SheetRow[]>('trainingAssessment.listSheets', { filter: { planId: plan.id }, sort: { field: 'subjectName', direction: 'asc' } }) };
}

export const sheetOf = (desk: Workstation, id: string): Promise<Sheet> => desk.done<Sheet>('trainingAssessment.getSheet', { id });
export const versioned = ({ id, version }: { readonly id: string; readonly version: number }) => ({ id, version });
export const accountOf = (no: number): string => `019c0000-0000-7000-8000-0000000001${String(no).padStart(2, '0')}`;

/** A sheet of a subject that the superior alone scores, signed off with so many hundredths of a thousand points. */
export async function archivedSheet(desk: Workstation, subjectId: string, total: number, values: Record<string, unknown> = {}): Promise<Sheet> {
  const scorer = { roles: ['trainer'], userId: accountOf(2), sessionId: accountOf(92) } as const;
  const draft = await desk.done<PlanSheet>('trainingAssessment.createPlan', planDraft(values));
  const item = await desk.done<PlanItem>('trainingAssessment.addItem', itemDraft(draft.id, { title: '上级评分', kind: 'scored', sourceId: '', fullScore: 100_000 }));
  const plan = await desk.done<PlanSheet>('trainingAssessment.enablePlan', versioned(draft));
  const sheets = await desk.done<SheetRow[]>('trainingAssessment.listSheets', { filter: { planId: plan.id } });
  const reported = await desk.done<Sheet>('trainingAssessment.reportSheet', versioned(sheets.find((sheet) => sheet.subjectId === subjectId) ?? { id: '', version: 0 }));
  const asScorer = async (name: string, input: unknown): Promise<Sheet> => {
    const answer = await desk.callAs(scorer, `trainingAssessment.${name}`, input);
    if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.error)}`);
    return answer.data as Sheet; // both operations answer with the sheet
  };
  const marked = await asScorer('saveSuperior', { ...versioned(reported), marks: [{ itemId: item.id, score: total, basis: '台账第 3 册', matterNo: '' }] });
  return desk.done<Sheet>('trainingAssessment.archiveSheet', versioned(await asScorer('scoreSheet', versioned(marked))));
}
