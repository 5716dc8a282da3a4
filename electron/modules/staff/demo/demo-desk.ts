import { monthAfter, proposeRoster } from '#shared/modules/staff/duty/roster.rules.ts';
import { gradeAfter } from '#shared/modules/staff/rewards/grade.rules.ts';
import { begunRemovable } from '#electron/database/record-store.ts';
import { dayFrom } from './demo-people.ts';
import { demoFacts, demoFaults, demoRules, demoSubsidies } from './demo-posts.ts';
import type { DemoStaff } from './staff.demo.ts';

const CASES = 14;
const GRADES = ['1', '2', '3', '4', '5'] as const;
const TASKS = ['清理楼道杂物', '上门测血压', '秋季防火宣传', '夜间巡逻', '垃圾分类值守', '陪同就医'] as const;

/** The desk's rosters of this and the next month, teams and their tasks, subsidies, rules and a year of rewards and penalties. */
export function writeDesk(demo: DemoStaff, helpers: readonly string[]): void {
  const { work, deskIds, deputyId, gridMembers, write } = demo;
  const month = work.today.slice(0, 7);
  const people = [deputyId, ...deskIds, ...gridMembers.filter(({ employment }) => employment === 'full-time').map(({ id }) => id)].map((id) => ({ id, leftOn: null }));
  const days = proposeRoster(month, people, null);
  write(work.rosters, { ...begunRemovable(work), month, days, note: '' });
  write(work.rosters, { ...begunRemovable(work), month: monthAfter(month), days: proposeRoster(monthAfter(month), people, days.at(-1)?.memberId ?? null), note: '' });
  GRADES.forEach((grade, at) => write(work.subsidies, { ...begunRemovable(work), grade, fromOn: `${Number(work.today.slice(0, 4)) - 1}-01-01`, monthlyFen: demoSubsidies[at] ?? 0, basis: '街道《网格员等级补贴标准》' }));
  writeTeams(demo, helpers);
  writeRewards(demo);
}

function writeTeams({ work, random, gridMembers, write }: DemoStaff, helpers: readonly string[]): void {
  const matters = work.matters.some(work.actor, { sql: "m.outcome = 'closed' AND m.ended_on > ?", values: [dayFrom(work.today, -330)] }, 400);
  const kinds = [['柳荫志愿服务队', 'volunteer', ['陪护', '理发', '义诊']], ['邻里互助服务队', 'mutual-help', ['代购', '维修']], ['平安巡逻队', 'patrol', ['巡逻', '急救']]] as const;
  for (const [name, kind, skills] of kinds) {
    const memberIds = [...gridMembers.filter(() => random.chance(50)).map(({ id }) => id), ...helpers.filter(() => random.chance(70))];
    const teamId = write(work.teams, { ...begunRemovable(work), name, kind, leaderId: memberIds[0] ?? null, memberIds, skills, foundedOn: dayFrom(work.today, -random.between(300, 1500)), note: '' });
    for (let at = 0; at < 8; at += 1) {
      const matter = matters[random.between(0, matters.length - 1)]; // every other task was asked for by a matter
      const asked = at % 2 === 1 && matter?.endedOn ? matter : undefined;
      const givenOn = asked?.endedOn ?? dayFrom(work.today, -random.between(3, 330));
      const people = random.between(3, 12);
      const isOpen = at === 0;
      write(work.teams.tasks, { ...begunRemovable(work), teamId, givenOn, doneOn: isOpen ? null : dayFrom(givenOn, random.between(0, 3)), task: random.pick(TASKS), people: isOpen ? 0 : people, minutes: isOpen ? 0 : people * random.between(2, 8) * 30, result: isOpen ? '' : '完成', matterNo: asked?.number ?? '' });
    }
  }
}

/** The demo's account belongs to the head; somebody else proposed what waits. */
function writeRewards({ work, random, headId, deskIds, gridMembers, write }: DemoStaff): void {
  const rules = demoRules.map((rule) => ({ ...rule, id: write(work.rewardRules, { ...begunRemovable(work), postId: null, level: '', ...rule }) }));
  const head = work.gridMembers.find(headId);
  const proposedBy = work.clock.newId();
  const people = [...gridMembers.map(({ id }) => id), ...deskIds];
  for (let at = 0; at < CASES; at += 1) {
    const rule = rules[at % 5 === 4 ? random.between(3, 4) : random.between(0, 2)];
    const member = work.gridMembers.find(random.pick(people));
    if (!rule || !member) continue;
    const happenedOn = dayFrom(work.today, -random.between(6, 350));
    const isOpen = at < 2;
    write(work.rewardCases, {
      ...begunRemovable(work), memberId: member.id, ruleId: rule.id, kind: rule.kind, form: rule.form, amountFen: rule.amountFen, gradeWas: member.grade, gradeBecomes: isOpen ? gradeAfter(member.grade, rule.gradeStep, GRADES) : member.grade,
      happenedOn, facts: rule.kind === 'reward' ? random.pick(demoFacts) : random.pick(demoFaults), proposedBy, proposerName: '培训专员', proposedOn: dayFrom(happenedOn, isOpen ? 2 : 4), status: isOpen ? 'proposed' : 'approved',
      decidedBy: isOpen ? null : work.actor.userId, deciderName: isOpen ? '' : (head?.name ?? ''), decidedOn: isOpen ? null : dayFrom(happenedOn, 5), decision: isOpen ? '' : '属实，同意',
    });
  }
}
