import { begunRemovable, present } from '#electron/database/record-store.ts';
import { checkConditions, unmet } from '#shared/modules/staff/posts/condition.rules.ts';
import { factsOf } from '../posts/posts.service.ts';
import { dayFrom } from './demo-people.ts';
import type { DemoStaff } from './staff.demo.ts';

const LEFT_DAYS_AGO = 130;

/** Somebody who left with a hand-over sheet, a vacancy with candidates and an exemption that waits, one that is over, and a request for more places. */
export function writeHiring({ work, posts, deskIds, gridMembers, write }: DemoStaff, grids: readonly { readonly id: string; readonly responsibleId: string | null }[], leaver: (leftOn: string) => string): void {
  const leftOn = dayFrom(work.today, -LEFT_DAYS_AGO);
  const fourth = grids[3];
  const gone = work.gridMembers.find(leaver(leftOn));
  if (gone && fourth) {
    const appointmentId = write(work.appointments, { ...begunRemovable(work), memberId: gone.id, personName: gone.name, postId: posts.get('grid') ?? null, gridId: fourth.id, place: '', isResponsible: true, fromOn: gone.startedOn ?? leftOn, untilOn: leftOn > (gone.startedOn ?? '') ? leftOn : (gone.startedOn ?? leftOn), reason: '公开招录', endReason: gone.leftReason, candidateId: null });
    const taker = gridMembers.find(({ id }) => id === fourth.responsibleId);
    write(work.posts.handovers, { ...begunRemovable(work), appointmentId, giverName: gone.name, takerName: taker?.name ?? '', handedOn: leftOn, items: [{ what: '网格户情与台账', state: '齐全' }, { what: '未办结事项', state: '4 件，已逐件说明' }, { what: '钥匙、印章与设备', state: '钥匙 3 把，手机 1 部' }], witness: '副站长', note: '' });
  }
  const empty = grids.find(({ responsibleId }) => responsibleId === null) ?? null;
  const vacancy = (values: { postId: string | undefined; gridId: string | null; channel: string; opened: number; closes: number; status: 'open' | 'filled' }): string =>
    write(work.vacancies, { ...begunRemovable(work), postId: values.postId ?? '', gridId: values.gridId, seats: 1, channel: values.channel, openedOn: dayFrom(work.today, values.opened), closesOn: dayFrom(work.today, values.closes), status: values.status, endedOn: values.status === 'open' ? null : dayFrom(work.today, values.closes + 6), endReason: '', note: '' });
  const candidate = (vacancyId: string, values: { name: string; birthOn: string; education: string; profession: string; gridMonths: number; memberId?: string; met?: readonly string[]; appliedOn?: string; status?: 'applied' | 'appointed' | 'refused' }): string =>
    write(work.candidates, { ...begunRemovable(work), vacancyId, memberId: null, sex: '2', privatePhone: '', met: [], appliedOn: dayFrom(work.today, -12), status: 'applied', decision: '', note: '', ...values });
  const year = Number(work.today.slice(0, 4));
  if (empty) {
    const forGrid = vacancy({ postId: posts.get('grid'), gridId: empty.id, channel: 'open', opened: -20, closes: 9, status: 'open' });
    candidate(forGrid, { name: '许春梅', birthOn: `${year - 27}-05-14`, education: '20', profession: 'social-work', gridMonths: 0 });
    const older = candidate(forGrid, { name: '钟国强', birthOn: `${year - 54}-02-03`, education: '60', profession: 'other', gridMonths: 66 });
    write(work.candidates.exemptions, { ...begunRemovable(work), candidateId: older, conditions: ['age'], reason: '退役军人，在邻近社区任网格员五年半，居民评价好。', proposedBy: work.clock.newId(), proposerName: '培训专员', proposedAt: `${dayFrom(work.today, -3)}T02:00:00.000Z`, status: 'proposed', decidedBy: null, deciderName: '', decidedAt: null, decision: '' });
  }
  const forDesk = vacancy({ postId: posts.get('desk'), gridId: null, channel: 'graduate', opened: -300, closes: -270, status: 'filled' });
  const taken = deskIds.flatMap((id) => work.gridMembers.find(id) ?? []).toSorted((a, b) => (b.birthOn ?? '').localeCompare(a.birthOn ?? ''))[0];
  if (taken) {
    const met = ['普通话二级乙等以上'];
    const candidateId = candidate(forDesk, { name: taken.name, memberId: taken.id, birthOn: taken.birthOn ?? '', education: taken.education, profession: taken.profession, gridMonths: 0, met, appliedOn: dayFrom(work.today, -284), status: 'appointed' });
    const conditions = unmet(checkConditions(present(work.posts, posts.get('desk') ?? '').conditions, factsOf(work, taken, met), work.today));
    if (conditions.length > 0) write(work.candidates.exemptions, { ...begunRemovable(work), candidateId, conditions, reason: '报名截止后没有其他人选，本人已在窗口协助两年。', proposedBy: work.clock.newId(), proposerName: '培训专员', proposedAt: `${dayFrom(work.today, -268)}T02:00:00.000Z`, status: 'approved', decidedBy: work.actor.userId, deciderName: work.actor.displayName, decidedAt: `${dayFrom(work.today, -266)}T02:00:00.000Z`, decision: '站务会讨论同意，半年内补学社区工作课程。' });
  }
  write(work.quotaRequests, { ...begunRemovable(work), postId: posts.get('desk') ?? '', asked: 2, reason: '服务台每天来人 60 次以上，现有 4 人排不开两班。', addressee: '柳荫街道办事处', sentOn: dayFrom(work.today, -16), status: 'sent', granted: 0, answeredOn: null, answer: '' });
}
