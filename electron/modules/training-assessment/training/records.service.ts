import { added, begunRemovable, rewritten } from '#electron/database/record-store.ts';
import type { Work } from '#electron/database/unit-of-work.ts';
import { checkVersion } from '#electron/kernel/audit/conflict.ts';
import { fail } from '#shared/errors/app-error.ts';
import { fitOf, isCaught } from '#shared/modules/training-assessment/training/cohort.rules.ts';
import { quarterDays, type Quarter } from '#shared/modules/training-assessment/training/quarter.rules.ts';
import type { CertificateRow, HoursFilter, HoursRow, MemberTraining, QuarterRecord, RecordLine, TrainingFigures } from '#shared/modules/training-assessment/training/record.schema.ts';
import type { HoursOrder } from './results.repository.ts';

const yearOf = (day: string): number => Number(day.slice(0, 4));
const daysOf = (year: number) => ({ from: `${year}-01-01`, until: `${year}-12-31` });

/** What is due for one person, what was learnt, and which class the rules of this year's plan propose with the reason. */
export function getMemberTraining(work: Work, { id }: { readonly id: string }): MemberTraining {
  const person = work.trainees.find(work.today, id) ?? fail('record/not-found', {});
  const { phone: _phone, ...facts } = person;
  const year = yearOf(work.today);
  const plan = work.trainingPlans.ofYear(work.actor.communityId, year);
  const byHand = plan && work.trainingCohorts.placements.ofMember(plan.id, id);
  const classes = new Map(plan ? work.trainingCohorts.rows(work.today, plan.id).map((row) => [row.id, row.classId]) : []);
  const proposals = (plan ? work.trainingCohorts.ofPlan(plan.id) : []).map((cohort) => ({
    cohortId: cohort.id,
    name: cohort.name,
    content: cohort.content,
    classId: classes.get(cohort.id) ?? null,
    fits: fitOf(cohort, person),
    isCaught: isCaught(cohort, person),
    byHand: byHand?.cohortId === cohort.id ? byHand.reason : null,
  }));
  const needs = work.trainingNeeds.list({ text: '', kinds: [], states: ['open', 'planned'], memberId: id, classId: null, dueUntil: null }, { field: 'dueOn', direction: 'asc' }, { offset: 0, limit: 50 });
  return {
    ...facts,
    year,
    hoursDueTenths: plan?.hoursDueTenths ?? 0,
    hoursDoneTenths: work.trainingResults.hoursOf([id], daysOf(year))[0]?.hoursTenths ?? 0,
    proposals,
    needs: needs.map((need) => ({ id: need.id, subject: need.subject, kind: need.kind, dueOn: need.dueOn, state: need.state })),
    sessions: work.trainingRecords.sessionsAhead(id, work.today),
    makeUps: work.trainingRecords.makeUpsOf(id),
    learnt: work.trainingResults.learnt(id),
  };
}

/** The member an account belongs to: as the staff list says, else the one member of the account's name. Two of one name are never chosen between. */
export function ownMemberIds(work: Work): readonly string[] {
  const linked = work.gridMembers.findByAccount(work.actor.userId);
  return linked ? [linked.id] : work.trainees.named(work.today, work.actor.displayName);
}

/** The page of whoever is signed in. */
export function getOwnTraining(work: Work): { training: MemberTraining | null; sameName: number } {
  const ids = ownMemberIds(work);
  const [id] = ids;
  return { training: ids.length === 1 && id !== undefined ? getMemberTraining(work, { id }) : null, sameName: ids.length };
}

/** Lines that are not the same any more, those that went and those that came included. */
function differing(filed: readonly RecordLine[], present: readonly RecordLine[]): number {
  const text = ({ no: _no, ...line }: RecordLine): string => JSON.stringify(Object.entries(line).sort(([a], [b]) => a.localeCompare(b)));
  const [were, are] = [new Map(filed.map((line) => [line.sessionId, text(line)])), new Map(present.map((line) => [line.sessionId, text(line)]))];
  return [...new Set([...were.keys(), ...are.keys()])].filter((id) => were.get(id) !== are.get(id)).length;
}

/** The quarter's form as the records stand now, and what became of it since it was handed in. */
export function getQuarterRecord(work: Work, asked: Quarter): QuarterRecord {
  const { from, until, dueOn } = quarterDays(asked);
  const lines = work.trainingRecords.lines(from, until);
  const filing = work.trainingRecords.filing(work.actor.communityId, asked.year, asked.quarter);
  return { ...asked, dueOn, lines, filed: filing ? { id: filing.id, on: filing.filedOn, by: filing.filedBy, lines: filing.lines.length, differs: differing(filing.lines, lines) } : null };
}

/** Notes that the form was handed in, with its lines as they were; handed in again, the newer one stands. Error: `training/quarter-not-over` for a quarter to come. */
export function fileQuarterRecord(work: Work, asked: Quarter): QuarterRecord {
  const { from, until, dueOn } = quarterDays(asked);
  if (from > work.today) fail('training/quarter-not-over', { dueOn });
  const lines = work.trainingRecords.lines(from, until);
  const filed = { filedOn: work.today, filedBy: work.actor.displayName, lines };
  const stands = work.trainingRecords.filing(work.actor.communityId, asked.year, asked.quarter);
  const { removedAt: _removed, ...row } = begunRemovable(work);
  const change = stands ? rewritten(work, work.trainingRecords.filings, stands, filed) : added(work, work.trainingRecords.filings, { ...row, ...asked, ...filed });
  work.record({ action: 'training-record.filed', entity: 'training_record_filing', entityId: change.entityId, detail: { year: asked.year, quarter: asked.quarter, lines: lines.length }, changes: [change] });
  return getQuarterRecord(work, asked);
}

const NUMBER_DIGITS = 4;

/** Gives a number of the year's register to everybody who passed and has none yet. Errors: `training/state-not-allowed` before the class is finished, `training/nothing-to-issue`. */
export function issueCertificates(work: Work, { classId, issuedOn }: { readonly classId: string; readonly issuedOn: string }): { count: number } {
  const found = work.trainingClasses.row(classId) ?? fail('record/not-found', {});
  if (found.state !== 'finished') fail('training/state-not-allowed', { from: found.state, to: 'finished' });
  if (issuedOn > work.today || issuedOn < found.fromOn) fail('training/not-begun', { on: issuedOn });
  const members = work.trainingRecords.uncertified(classId);
  if (members.length === 0) fail('training/nothing-to-issue', {});
  const head = `PX-${yearOf(issuedOn)}-`;
  const last = Number(work.trainingRecords.lastNumber(head).slice(head.length) || 0);
  const changes = members.map((memberId, at) => {
    const { removedAt: _removed, ...row } = begunRemovable(work);
    return added(work, work.trainingRecords.certificates, { ...row, number: head + String(last + at + 1).padStart(NUMBER_DIGITS, '0'), classId, memberId, issuedOn, issuedBy: work.actor.displayName, revokedOn: null, revokedReason: '' });
  });
  work.record({ action: 'training-certificates.issued', entity: 'training_certificate', entityId: changes[0]?.entityId ?? '', detail: { count: changes.length }, changes });
  return { count: changes.length };
}

/** A revoked certificate keeps its number and its place in the register. */
export function revokeCertificate(work: Work, { id, version, reason }: { readonly id: string; readonly version: number; readonly reason: string }): CertificateRow {
  const certificate = work.trainingRecords.certificates.find(id) ?? fail('record/not-found', {});
  checkVersion(work, 'training_certificate', certificate, version);
  if (certificate.revokedOn !== null) fail('training/state-not-allowed', { from: 'revoked', to: 'revoked' });
  const change = rewritten(work, work.trainingRecords.certificates, certificate, { revokedOn: work.today, revokedReason: reason });
  work.record({ action: 'training-certificate.revoked', entity: 'training_certificate', entityId: id, detail: { reason }, changes: [change] });
  return work.trainingRecords.certificate(id) ?? fail('record/not-found', {});
}

/** Bands of the hours chart: tenths of what is due, or five hours where nothing is due. */
export const bandStep = (dueTenths: number): number => (dueTenths >= 10 ? Math.ceil(dueTenths / 10) : 50);

/** The figures of a year: hours per person, results by class, teaching by month. */
export function summariseTraining(work: Work, { year }: { readonly year: number }): TrainingFigures {
  const dueTenths = work.trainingResults.hoursDue(work.actor.communityId, year);
  const { from, until } = daysOf(year);
  return { year, dueTenths, people: work.trainees.count(work.today), bands: work.trainingResults.bands({ from, until }, bandStep(dueTenths)), classes: work.trainingRecords.passRates(from, until), months: work.trainingRecords.months(year) };
}

type Window = { readonly offset: number; readonly limit: number };
const periodOf = (work: Work, { year }: HoursFilter) => daysOf(year ?? yearOf(work.today));

export const listHours = (work: Work, { filter, sort, ...window }: { readonly filter: HoursFilter; readonly sort: HoursOrder } & Window): HoursRow[] => work.trainingResults.peopleByHours(periodOf(work, filter), filter, sort, window);
export const countHours = (work: Work, { filter }: { readonly filter: HoursFilter }): { count: number } => ({ count: work.trainingResults.countByHours(periodOf(work, filter), filter) });
