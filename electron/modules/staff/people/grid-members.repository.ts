import { and, eq, isNull } from 'drizzle-orm';
import { allOf, oneOf, type Condition } from '#electron/database/condition.ts';
import type { Db } from '#electron/database/database.ts';
import { keptStatements } from '#electron/database/kept-statements.ts';
import { preparedFind } from '#electron/database/prepared-find.ts';
import { preparedInsert } from '#electron/database/prepared-insert.ts';
import { nameIndex } from '#electron/kernel/search/name-index.ts';
import { mayDo, type Actor } from '#shared/contract/actor.ts';
import { maskIdNumber, maskPhone } from '#shared/modules/grid/register/masking.rules.ts';
import { emptyService, gridMemberFilterSchema, PHONE_OLD_AFTER_DAYS, type GridMember, type GridMemberFilter } from '#shared/modules/staff/grid-member.schema.ts';
import { yearsBefore } from '#shared/modules/staff/people/experience.rules.ts';
import { gridMembers } from './people.tables.ts';

export type GridMemberRecord = typeof gridMembers.$inferSelect;
const beginning = { ...emptyService, privatePhone: '', phoneCheckedOn: null, leftOn: null, leftReason: '', removedAt: null };
/** A member as somebody writes one; what the work adds begins empty. */
export type GridMemberValues = Omit<GridMemberRecord, 'namePy' | 'initials' | keyof typeof beginning> & Partial<Pick<GridMemberRecord, keyof typeof beginning>>;
type MemberQuery = Partial<GridMemberFilter> & { readonly offset: number; readonly limit: number };

const ROW = `m.id, m.version, m.name, m.phone, m.sex, m.birth_on AS birthOn, m.id_number AS idNumber, m.employment, m.political, m.education, m.registered_on AS registeredOn,
  m.grid_id AS gridId, m.note, m.updated_at AS updatedAt, coalesce(g.name, '') AS gridName, EXISTS (SELECT 1 FROM grid r WHERE r.responsible_id = m.id AND r.status = 'active') AS isResponsible,
  m.staff_class AS staffClass, m.team_kind AS teamKind, m.employer, m.pay_source AS paySource, m.profession, m.certificates, m.skills, m.started_on AS startedOn, m.earlier_months AS earlierMonths, m.retired,
  m.retirement_class AS retirementClass, m.computer_level AS computerLevel, m.grade, m.superior_id AS superiorId, m.desk_duty AS deskDuty, m.publishes_phone AS publishesPhone, m.private_phone AS privatePhone,
  m.phone_checked_on AS phoneCheckedOn, m.account_id AS accountId, m.left_on AS leftOn, m.left_reason AS leftReason, coalesce(s.name, '') AS superiorName,
  coalesce((SELECT o.name FROM appointment a JOIN post o ON o.id = a.post_id WHERE a.member_id = m.id AND a.removed_at IS NULL AND a.until_on IS NULL ORDER BY a.from_on DESC LIMIT 1), '') AS postName,
  EXISTS (SELECT 1 FROM staff_photo f WHERE f.member_id = m.id AND f.removed_at IS NULL) AS hasPhoto`;
const FROM = 'FROM grid_member m LEFT JOIN grid g ON g.id = m.grid_id LEFT JOIN grid_member s ON s.id = m.superior_id';
type Read = Omit<GridMember, 'idNumber' | 'idNumberMasked' | 'privatePhoneMasked' | 'isResponsible' | 'retired' | 'publishesPhone' | 'hasPhoto' | 'certificates' | 'skills'> & { idNumber: string; privatePhone: string; isResponsible: number; retired: number; publishesPhone: number; hasPhoto: number; certificates: string; skills: string };

function shown(row: unknown): GridMember {
  const { privatePhone, ...member } = row as Read; // columns named in ROW
  return {
    ...member,
    idNumber: null,
    idNumberMasked: maskIdNumber(member.idNumber),
    privatePhoneMasked: maskPhone(privatePhone),
    isResponsible: member.isResponsible === 1,
    retired: member.retired === 1,
    publishesPhone: member.publishesPhone === 1,
    hasPhoto: member.hasPhoto === 1,
    certificates: JSON.parse(member.certificates) as string[], // written by this repository
    skills: JSON.parse(member.skills) as string[], // as above
  };
}
const derived = (member: Pick<GridMemberRecord, 'name'>): { namePy: string; initials: string } => {
  const { pinyin, initials } = nameIndex(member.name);
  return { namePy: pinyin, initials };
};

/** Residents who help are named only to who may read the people of that grid, as on the 4+6 card. */
const visible = (actor: Actor): Condition[] => {
  if (!mayDo(actor.roles, 'register.read')) return [{ sql: "m.staff_class <> 'helper'", values: [] }];
  return actor.scope === 'all' ? [] : [{ sql: `m.staff_class <> 'helper' OR m.grid_id IN (${actor.scope.map(() => '?').join(', ') || 'NULL'})`, values: actor.scope }];
};
const anyDay = (today: string): string => new Date(Date.parse(`${today}T00:00:00Z`) - PHONE_OLD_AFTER_DAYS * 86_400_000).toISOString().slice(0, 10);

function conditionOf(filter: GridMemberFilter, today: string, actor: Actor | null): Condition {
  const { text, gridId, classes, grades, teamKinds, superiorId, phone, ageFrom, ageUntil, sexes, educations, left } = filter;
  const typed = text.normalize('NFKC').trim();
  const parts: Condition[] = [
    { sql: 'm.removed_at IS NULL', values: [] },
    ...(actor === null ? [] : visible(actor)),
    ...(actor === null ? [] : [{ sql: left ? 'm.left_on <= ?' : 'm.left_on IS NULL OR m.left_on > ?', values: [today] }]),
    ...(typed === '' ? [] : [{ sql: '(instr(m.name, ?) > 0 OR instr(m.phone, ?) > 0 OR instr(m.initials, ?) = 1 OR instr(lower(m.name_py), ?) = 1)', values: [typed, typed, typed.toLowerCase(), typed.toLowerCase()] }]),
    ...(gridId === null ? [] : [{ sql: 'm.grid_id = ?', values: [gridId] }]),
    ...(superiorId === null ? [] : [{ sql: 'm.superior_id = ?', values: [superiorId] }]),
    ...oneOf('m.staff_class', classes),
    ...oneOf('m.grade', grades),
    ...oneOf('m.team_kind', teamKinds),
    ...oneOf('m.sex', sexes),
    ...oneOf('m.education', educations),
    ...(phone === 'missing' ? [{ sql: "m.publishes_phone = 1 AND m.phone = '' AND m.staff_class <> 'helper'", values: [] }] : []),
    ...(phone === 'old' ? [{ sql: "m.publishes_phone = 1 AND m.phone <> '' AND coalesce(m.phone_checked_on, m.registered_on, '') < ?", values: [anyDay(today)] }] : []),
    ...(ageFrom === null ? [] : [{ sql: 'm.birth_on <= ?', values: [yearsBefore(today, ageFrom)] }]),
    ...(ageUntil === null ? [] : [{ sql: 'm.birth_on > ?', values: [yearsBefore(today, ageUntil + 1)] }]),
  ];
  return allOf(parts);
}

const NOBODY_YET = gridMemberFilterSchema.parse({});

export function gridMembersRepository(db: Db) {
  const { orm, sqlite } = db;
  const statement = keptStatements(sqlite);
  const insertRow = preparedInsert(db, gridMembers);
  return {
    table: 'grid_member' as const,
    insert: (member: GridMemberValues): void => void insertRow({ ...beginning, ...member, ...derived(member) }),
    replace: (member: GridMemberRecord): void => void orm.update(gridMembers).set({ ...member, ...derived(member) }).where(eq(gridMembers.id, member.id)).run(),
    remove: (id: string): void => void orm.delete(gridMembers).where(eq(gridMembers.id, id)).run(),
    find: preparedFind(db, gridMembers),
    findByIdNumber: (idNumber: string): GridMemberRecord | undefined => orm.select().from(gridMembers).where(and(eq(gridMembers.idNumber, idNumber), isNull(gridMembers.removedAt))).get(),
    findByAccount: (accountId: string): GridMemberRecord | undefined => orm.select().from(gridMembers).where(and(eq(gridMembers.accountId, accountId), isNull(gridMembers.removedAt))).get(),
    /** Members of one name; a form without numbers tells them apart by grid and mobile. */
    ofName: (name: string): GridMemberRecord[] => orm.select().from(gridMembers).where(and(eq(gridMembers.name, name), isNull(gridMembers.removedAt))).all(),
    /** Everybody of a community, by name; for a community, never for a city. */
    ofCommunity: (communityId: string): GridMemberRecord[] => orm.select().from(gridMembers).where(and(eq(gridMembers.communityId, communityId), isNull(gridMembers.removedAt))).orderBy(gridMembers.name, gridMembers.id).all(),
    ofBatch: (batchId: string): GridMemberRecord[] => orm.select().from(gridMembers).where(eq(gridMembers.importBatchId, batchId)).all(),
    superiorOf: (id: string): string | null => (statement('SELECT superior_id AS above FROM grid_member WHERE id = ?').get(id) as { above: string | null } | undefined)?.above ?? null, // the one column
    /** One member; with an actor only if that actor may know of the person. */
    get: (id: string, actor: Actor | null = null): GridMember | undefined => {
      const limits = actor === null ? [] : visible(actor);
      const row = statement(`SELECT ${ROW} ${FROM} WHERE m.id = ? AND m.removed_at IS NULL${limits.map(({ sql }) => ` AND (${sql})`).join('')}`).get(id, ...limits.flatMap(({ values }) => values));
      return row === undefined ? undefined : shown(row);
    },
    /** In the order of names. With an actor: who is in service on the day (or has left), as far as that actor may know of them. */
    list: ({ offset, limit, ...filter }: MemberQuery, today = '9999-12-31', actor: Actor | null = null): { rows: GridMember[]; count: number } => {
      const { sql, values } = conditionOf({ ...NOBODY_YET, ...filter }, today, actor);
      return {
        rows: statement(`SELECT ${ROW} ${FROM} WHERE ${sql} ORDER BY m.name_py, m.id LIMIT ? OFFSET ?`).all(...values, limit, offset).map(shown),
        count: (statement(`SELECT count(*) AS n FROM grid_member m WHERE ${sql}`).get(...values) as { n: number }).n, // the one column
      };
    },
  };
}
