import type { Work } from '#electron/database/unit-of-work.ts';
import type { TodaySource } from '#electron/kernel/notifications/today-source.ts';
import type { TodayItem } from '#shared/kernel/notifications/notifications.contract.ts';
import { admissionFilterSchema, type AdmissionFilter } from '#shared/modules/grid/admission/admission.schema.ts';
import { moment } from './admissions.service.ts';

type Words = Pick<TodayItem, 'kind' | 'column' | 'urgency'>;

function counted(work: Work, filter: Partial<AdmissionFilter>, words: Words, column: 'review_due_on' | 'money_due_on' | null): TodayItem[] {
  const asked = admissionFilterSchema.parse(filter);
  const at = moment(work);
  const count = work.admissions.count(asked, at);
  const to = `/grid/admission?filter=${encodeURIComponent(JSON.stringify(filter))}`;
  return count === 0 ? [] : [{ ...words, params: { count }, to, since: null, dueOn: column && work.admissions.firstDue(column, asked, at) }];
}

/** What waits in admission: applications to check, reviews to decide (past their 15 days first), papers and money that others owe. */
export const admissionToday: readonly TodaySource[] = [
  { permission: 'admission.edit', items: (work) => [...counted(work, { states: ['applied'] }, { kind: 'admissions-to-check', column: 'due', urgency: 'near' }, null), ...counted(work, { states: ['supplement'] }, { kind: 'admissions-in-supplement', column: 'waiting', urgency: 'calm' }, null)] },
  {
    permission: 'admission.decide',
    items: (work) => [
      ...counted(work, { states: ['review'], reviewOverdue: true }, { kind: 'admissions-overdue', column: 'due', urgency: 'overdue' }, 'review_due_on'),
      ...counted(work, { states: ['review'] }, { kind: 'admissions-in-review', column: 'due', urgency: 'calm' }, 'review_due_on'),
    ],
  },
  { permission: 'admission.money', items: (work) => counted(work, { money: ['yellow', 'red'] }, { kind: 'admission-money-late', column: 'waiting', urgency: 'overdue' }, 'money_due_on') },
];
