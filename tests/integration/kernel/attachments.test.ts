import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { attachmentOwners } from '#electron/modules.ts';
import type { Attachment } from '#shared/kernel/attachments/attachment.schema.ts';
import { openWorkstation, type Workstation } from '#tests/support/workstation.ts';
import { inventedPng } from '#tests/support/pictures.ts';

let desk: Workstation;
let body: string;
beforeEach(async () => {
  desk = await openWorkstation();
  body = (await desk.done<{ id: string }>('grid.createBody', { kind: 'economic', name: '柳荫物业', contact: '', contactPhone: '', address: '', duty: '', agreementNo: '', agreementFrom: null, agreementUntil: null, gridIds: [], isActive: true, note: '' })).id;
});
afterEach(() => desk.close());

const owner = () => ({ table: 'body', id: body });
const add = (picture = inventedPng(40, 30), name = '合同.png') => desk.done<Attachment>('attachments.addAttachment', { owner: owner(), name, picture: picture.toString('base64') });
const list = () => desk.done<Attachment[]>('attachments.listAttachments', owner());

describe('the pictures of a record', () => {
  it('are kept byte for byte, once each, and can be taken back', async () => {
    const picture = inventedPng(40, 30);
    const added = await add(picture);
    expect(added).toMatchObject({ mediaType: 'image/png', width: 40, height: 30, size: picture.length, addedBy: '王芳' });
    const { bytes } = await desk.done<{ bytes: Uint8Array }>('attachments.getAttachment', { id: added.id });
    expect(Buffer.from(bytes).equals(picture)).toBe(true);
    expect(await desk.refused('attachments.addAttachment', { owner: owner(), name: 'b', picture: picture.toString('base64') })).toBe('attachment/added-already');
    await desk.done('attachments.removeAttachment', { id: added.id, version: 1 });
    expect(await list()).toEqual([]);
    await desk.done('undo.undo', { seq: (await desk.done<{ undo: { seq: number } }>('undo.listNext')).undo.seq });
    expect(await list()).toHaveLength(1);
    expect(await desk.refused('attachments.removeAttachment', { id: added.id, version: 1 })).toBe('record/conflict');
  });

  it('are what their bytes say, of a bounded size and number', async () => {
    const refused = (picture: Buffer) => desk.refused('attachments.addAttachment', { owner: owner(), name: '扫描.png', picture: picture.toString('base64') });
    expect(await refused(Buffer.from('%PDF-1.7 this is no picture'))).toBe('file/picture-unknown');
    expect(await refused(inventedPng(1801, 10))).toBe('attachment/too-large');
    expect(await refused(Buffer.alloc(800_000, 1))).toBe('validation/failed');
    for (let no = 1; no <= 30; no += 1) await add(inventedPng(no, 1), `${no}.png`);
    expect(await refused(inventedPng(31, 1))).toBe('attachment/too-many');
    expect(await list()).toHaveLength(30);
  });

  it('of disputes, emergencies, inspections, visits to the desk, applications, activities and proposals follow the record they belong to', async () => {
    const grid = async (name: string) => (await desk.done<{ id: string }>('grid.createGrid', { name, type: 'basic', nature: '', boundary: '', responsibleId: null, startedOn: null, note: '', code: '' })).id;
    const [here, elsewhere] = [await grid('北网格'), await grid('南网格')];
    const make = async (name: string, input: unknown) => desk.done<{ id: string; version: number }>(`grid.${name}`, input);
    const department = (await make('createBody', { kind: 'department', name: '区卫生健康局', contact: '', contactPhone: '', address: '', duty: '', agreementNo: '', agreementFrom: null, agreementUntil: null, gridIds: [], isActive: true, note: '' })).id;
    const party = (name: string) => ({ name, personId: null, bodyId: null, address: '' });
    const plan = await make('createInspection', { place: '地下车库', gridId: here, kind: 'fire', everyDays: 7, assignee: '', points: [], nextOn: '2026-03-02', isPaused: false });
    await make('recordInspection', { id: plan.id, version: plan.version, inspectedOn: '2026-03-02', inspector: '张磊', level: 'serious', finding: '通道堵塞' });
    const [visit] = await desk.done<{ id: string }[]>('grid.listInspectionVisits', { id: plan.id });
    const emergencyPlan = await make('createEmergencyPlan', { name: '防汛', kind: 'flood', materials: '', note: '', tasks: [{ text: '开闸', withinMinutes: null }], contacts: [] });
    const owned = {
      mediation: (await make('createMediation', { subject: '楼上漏水', kind: 'neighbour', gridId: here, place: '', origin: 'requested', appliedOn: '2026-03-01', parties: [party('甲'), party('乙')], mediators: ['张磊'], recorder: '', facts: '渗水', peopleInvolved: 2, amountFen: null, nextSessionOn: null })).id,
      inspection_visit: visit?.id ?? '',
      activity: (await make('recordActivity', { title: '清洁日', kind: 'cleaning', heldOn: '2026-03-01', place: '', gridId: here, teamId: null, personIds: [], headcount: 3, bodyIds: [], costFen: 0, note: '' })).id,
      proposal: (await make('createProposal', { title: '口袋公园', content: '', proposedOn: '2026-03-01', proposerId: null, proposerName: '居民', gridId: here, topic: 'environment' })).id,
    };
    const shared = {
      desk_visit: (await make('recordDeskVisit', { personId: null, visitor: '李梅', topic: 'certificate', content: '', isWaiting: true })).id,
      admission: (await make('createAdmission', { bodyId: department, title: '随访登记', content: '每季度入户', legalBasis: '', authority: '', isTemporary: false, startsOn: '2026-05-20', endsOn: null, moneyFen: 0, moneyDueOn: null, staff: '', training: '', exempt: 'none', exemptReason: '' })).id,
      emergency: (await make('startEmergency', { planId: emergencyPlan.id, title: '暴雨', place: '', gridId: null, isDrill: true })).id,
    };
    for (const [table, id] of Object.entries({ ...owned, ...shared })) {
      const of = { table, id };
      const added = await desk.done<Attachment>('attachments.addAttachment', { owner: of, name: '现场.png', picture: inventedPng(4, 3).toString('base64') });
      const inOther = { roles: ['clerk'] as const, scope: [elsewhere] };
      const seen = table in shared ? { ok: true } : { error: { code: 'record/not-found' } };
      expect(await desk.callAs(inOther, 'attachments.listAttachments', of), table).toMatchObject(seen);
      expect(await desk.callAs(inOther, 'attachments.getAttachment', { id: added.id }), table).toMatchObject(seen);
      expect(await desk.callAs({ roles: ['clerk'], scope: [here] }, 'attachments.listAttachments', of), table).toMatchObject({ data: [{ name: '现场.png' }] });
      expect(await desk.callAs({ roles: ['trainer'] }, 'attachments.listAttachments', of), table).toMatchObject({ error: { code: 'auth/forbidden' } });
      expect(await desk.callAs({ roles: ['auditor'] }, 'attachments.removeAttachment', { id: added.id, version: 1 }), table).toMatchObject({ error: { code: 'auth/forbidden' } });
    }
    await desk.done('grid.removeDeskVisit', { id: shared.desk_visit, version: 1 });
    expect(await desk.refused('attachments.listAttachments', { table: 'desk_visit', id: shared.desk_visit })).toBe('record/not-found');
  });

  it('are seen and changed only by who may see and change the record', async () => {
    const added = await add();
    const as = (roles: readonly ('auditor' | 'trainer')[], name: string, input: unknown) => desk.callAs({ roles }, name, input);
    expect(await as(['auditor'], 'attachments.listAttachments', owner())).toMatchObject({ ok: true });
    expect(await as(['auditor'], 'attachments.removeAttachment', { id: added.id, version: 1 })).toMatchObject({ error: { code: 'auth/forbidden' } });
    expect(await desk.refused('attachments.listAttachments', { table: 'body', id: added.id })).toBe('record/not-found');
    expect(await desk.refused('attachments.listAttachments', { table: 'person', id: body })).toBe('record/not-found');
    expect(await desk.refused('attachments.listAttachments', { table: 'constructor', id: body })).toBe('record/not-found');
    expect(Object.keys(attachmentOwners)).not.toContain('person');
  });
});
