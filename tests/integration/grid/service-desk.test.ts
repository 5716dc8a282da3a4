import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TodayItem } from '#shared/kernel/notifications/notifications.contract.ts';
import { median } from '#shared/modules/grid/service-desk/desk-visit.rules.ts';
import type { DeskFigures, DeskHours, DeskVisitRow } from '#shared/modules/grid/service-desk/desk-visit.schema.ts';
import { personDraft } from '#tests/support/person-draft.ts';
import { memberDraft } from '#tests/support/grids.ts';
import { openWorkstation, type Workstation } from '#tests/support/workstation.ts';

const MINUTE = 60_000;
let desk: Workstation;
beforeEach(async () => void (desk = await openWorkstation({ roles: ['clerk'] })));
afterEach(() => desk.close());

const come = (values: Record<string, unknown> = {}) => desk.done<DeskVisitRow>('grid.recordDeskVisit', { personId: null, visitor: '李梅', topic: 'certificate', content: '开居住证明', isWaiting: true, ...values });
const of = ({ id, version }: { id: string; version: number }) => ({ id, version });
const attend = (visit: DeskVisitRow) => desk.done<DeskVisitRow>('grid.attendDeskVisit', of(visit));
const end = (visit: DeskVisitRow) => desk.done<DeskVisitRow>('grid.endDeskVisit', { ...of(visit), result: 'handled', handedTo: '张磊', content: '已开具' });
const waiting = async () => (await desk.done<TodayItem[]>('notifications.listToday')).filter(({ kind }) => kind === 'desk-visitors-waiting');
const today = () => desk.done<DeskFigures>('grid.summariseDeskVisits', { from: '2026-03-01', until: '2026-03-31' });

describe('the service desk', () => {
  it('numbers who comes, counts their wait by the minute, and tells Today who waits too long', async () => {
    const first = await come();
    expect(first).toMatchObject({ no: 1, cameOn: '2026-03-02', state: 'waiting', waitMinutes: null });
    expect((await come({ visitor: '王强', isWaiting: false }))).toMatchObject({ no: 2, state: 'at-desk', waitMinutes: 0 });
    expect(await waiting()).toMatchObject([{ urgency: 'near', params: { count: 1 } }]);
    desk.advance(21 * MINUTE + 59_000);
    expect(await waiting()).toMatchObject([{ urgency: 'overdue', since: first.cameAt }]);
    const served = await attend(first);
    expect(served).toMatchObject({ state: 'at-desk', waitMinutes: 21 });
    expect(await waiting()).toEqual([]);
    expect(await desk.refused('grid.attendDeskVisit', of(served))).toBe('desk-visit/already-attended');
    desk.advance(5 * MINUTE);
    const gone = await end(served);
    expect(gone).toMatchObject({ state: 'left', result: 'handled', handedTo: '张磊' });
    expect(await desk.refused('grid.endDeskVisit', { ...of(gone), result: 'handled', handedTo: '', content: '' })).toBe('desk-visit/already-left');
    expect(await desk.refused('grid.attendDeskVisit', of(first))).toBe('record/conflict');
    await desk.done('undo.undo', { seq: (await desk.done<{ undo: { seq: number } }>('undo.listNext')).undo.seq });
    expect(await desk.done('grid.listDeskVisits', { filter: { text: '李梅' } })).toMatchObject([{ state: 'at-desk', waitMinutes: 21 }]);
  });

  it('gives figures that equal a recount of its rows, and corrects times only to what can have been', async () => {
    for (const minutes of [4, 0, 17, 9, 30]) {
      const visit = await come({ visitor: `来人${minutes}` });
      desk.advance(minutes * MINUTE);
      await attend(visit);
    }
    const rows = await desk.done<DeskVisitRow[]>('grid.listDeskVisits', { filter: { states: ['at-desk'] } });
    const waits = rows.flatMap(({ waitMinutes }) => (waitMinutes === null ? [] : [waitMinutes]));
    expect(await today()).toMatchObject({ visits: 5, attended: 5, withinTen: waits.filter((wait) => wait <= 10).length, medianWaitMinutes: median(waits), days: [{ day: '2026-03-02', visits: 5, medianWaitMinutes: 9 }] });
    const left = await come();
    await end(left);
    expect(await today()).toMatchObject({ visits: 6, attended: 5, waitingNow: 0 });
    const row = rows[0];
    const change = { ...of(row ?? left), personId: null, visitor: '改名', topic: 'other', content: '', handedTo: '', result: '', cameAt: '2026-03-02T00:30:00.000Z', servedAt: '2026-03-02T00:50:30.000Z', leftAt: null };
    expect(await desk.refused('grid.updateDeskVisit', { ...change, servedAt: '2026-03-02T00:20:00.000Z' })).toBe('desk-visit/times-reversed');
    expect(await desk.refused('grid.updateDeskVisit', { ...change, servedAt: '2027-01-01T00:00:00.000Z' })).toBe('desk-visit/not-yet');
    expect(await desk.done('grid.updateDeskVisit', change)).toMatchObject({ visitor: '改名', waitMinutes: 20 });
    await desk.done('grid.updateDeskVisit', { ...change, version: change.version + 1, cameAt: '2026-02-27T00:30:00.000Z', servedAt: null });
    expect(await desk.done('grid.countDeskVisits', { filter: { from: '2026-03-01' } })).toEqual({ count: 5 });
  });

  it('links a visit only to a person the clerk may see', async () => {
    const grid = await desk.callAs({ roles: ['supervisor'] }, 'grid.createGrid', { name: '北网格', type: 'basic', nature: '', boundary: '', responsibleId: null, startedOn: null, note: '', code: '' });
    const gridId = grid.ok ? (grid.data as { id: string }).id : '';
    const { id: personId } = await desk.done<{ id: string }>('grid.createPerson', personDraft({ gridId }));
    await come({ personId });
    const stranger = { roles: ['clerk'] as const, scope: ['x'] };
    expect(await desk.callAs(stranger, 'grid.listDeskVisits', {})).toMatchObject({ data: [{ personId: null, visitor: '李梅' }] });
    expect(await desk.callAs(stranger, 'grid.recordDeskVisit', { personId, visitor: '李梅', topic: 'other', content: '', isWaiting: false })).toMatchObject({ error: { code: 'record/not-found' } });
    expect(await desk.callAs({ roles: ['trainer'] }, 'grid.listDeskVisits', {})).toMatchObject({ error: { code: 'auth/forbidden' } });
  });

  it('keeps its hours, marks who came outside them, and knows who keeps it today', async () => {
    const closed = await desk.done<DeskHours & { isOpenNow: boolean }>('grid.getDeskHours');
    expect(closed).toMatchObject({ version: 0, periods: [], isOpenNow: false });
    const hours = { version: 0, periods: [{ weekday: 7, opens: '00:00', closes: '00:01' }], isOpenOnHolidays: false, note: '' };
    expect(await desk.refused('grid.saveDeskHours', { ...hours, periods: [{ weekday: 1, opens: '09:00', closes: '12:00' }, { weekday: 1, opens: '11:00', closes: '13:00' }] })).toBe('desk-hours/overlap');
    expect(await desk.refused('grid.saveDeskHours', { ...hours, periods: [{ weekday: 1, opens: '12:00', closes: '09:00' }] })).toBe('validation/failed');
    await desk.done('grid.saveDeskHours', hours);
    expect(await desk.refused('grid.saveDeskHours', hours)).toBe('record/conflict');
    expect(await come()).toMatchObject({ isOutside: true });
    await desk.done('grid.saveDeskHours', { ...hours, version: 1, periods: [{ weekday: 1, opens: '00:00', closes: '23:59' }] });
    expect(await desk.done('grid.getDeskHours')).toMatchObject({ isOpenNow: true, version: 2 });
    expect(await come()).toMatchObject({ isOutside: false });

    const asHead = async <T>(name: string, input: unknown): Promise<T> => {
      const answer = await desk.callAs({ roles: ['supervisor'] }, name, input);
      if (!answer.ok) throw new Error(JSON.stringify(answer.error));
      return answer.data as T; // the caller names the operation's output
    };
    const [first, second] = [await asHead<{ id: string }>('staff.createGridMember', memberDraft('王芳', { publishesPhone: true })), await asHead<{ id: string }>('staff.createGridMember', memberDraft('张磊'))];
    expect(await desk.done('grid.getDutyToday')).toBeNull();
    const days = Array.from({ length: 31 }, (_, day) => ({ on: `2026-03-${String(day + 1).padStart(2, '0')}`, memberId: first.id, backupId: second.id, note: '' }));
    await asHead('staff.saveRoster', { month: '2026-03', version: 0, days, note: '' });
    expect(await desk.done('grid.getDutyToday')).toMatchObject({ name: '王芳', backupName: '张磊' });
  });
});
