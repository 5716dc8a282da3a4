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
