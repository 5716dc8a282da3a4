import { localDay, type Work } from '#electron/database/unit-of-work.ts';
import type { PersonRow } from '#shared/modules/grid/register/person.schema.ts';
import { emptyBlock, type Block } from '#shared/modules/grid/register/blocks/block.schema.ts';
import { personFilterSchema } from '#shared/modules/grid/register/person.schema.ts';
import { randomOfPart } from './random.ts';

type Written = (table: string, id: string) => void;

const KINDS = ['living-alone', 'very-old', 'disabled', 'minimum-living', 'empty-nest'] as const;
const HELPERS = ['张磊', '王芳', '陈静', '刘洋'] as const;
const ALLOWANCES = [null, 20_000, 66_000, 110_000] as const;
const CONTENTS = ['入户看望，老人精神不错，水电燃气正常。', '送去降压药，约好下周陪同体检。', '代办高龄津贴认证。', '电话问候，独自在家一切正常。', '送去米和油，登记了厨房漏水，已转物业。'] as const;
const CARED_FOR = 60;
const BLOCKS = 400;
/** So many of the promised number are people entered a second time. */
export const TWICE = 6;
/** No part of the community has this number, so these draws disturb nobody else's. */
const PART = -2;

/**
 * What people bring to the office beyond their names: help with visits that are due, services, what is asked by category, and a few people entered
 * twice, the second time with little said. Drawn from the seed alone.
 */
export function writeCare(work: Work, seed: number, written: Written): void {
  const random = randomOfPart(seed, PART);
  const now = work.clock.now();
  const stamp = now.toISOString();
  const row = () => ({ id: work.clock.newId(), communityId: work.actor.communityId, version: 1, createdAt: stamp, updatedAt: stamp, removedAt: null });
  const dayIn = (days: number): string => {
    const day = new Date(now);
    day.setDate(day.getDate() + days);
    return localDay(day);
  };
  const list = (filter: Record<string, unknown>, field: 'birthOn' | 'name', limit: number): PersonRow[] => work.persons.list({ ...work.actor, scope: 'all' }, personFilterSchema.parse(filter), { field, direction: 'asc' }, { offset: 0, limit });
  const oldest = list({ bornFrom: '1900-01-01' }, 'birthOn', CARED_FOR);
  for (const [at, person] of oldest.entries()) {
    const care = { ...row(), personId: person.id, kind: KINDS[at % KINDS.length] ?? KINDS[0], fromOn: dayIn(-random.between(60, 900)), untilOn: null, level: '', allowanceFen: ALLOWANCES[random.between(0, 3)] ?? null, helper: HELPERS[random.between(0, 3)] ?? '', nextVisitOn: dayIn(random.between(-4, 45)), note: '' };
    work.careGroups.insert(care);
    written('care_group', care.id);
    if (!random.chance(60)) continue;
    const service = { ...row(), servedOn: dayIn(-random.between(1, 80)), place: person.presentAddress.slice(0, 100), kind: random.chance(75) ? 'visit' : 'call', staff: [care.helper], personIds: [person.id], content: CONTENTS[random.between(0, CONTENTS.length - 1)] ?? CONTENTS[0], followUp: '' };
    work.services.insert(service);
    written('service_record', service.id);
  }
  for (const person of list({ categories: ['floating', 'left-behind', 'overseas', 'no-hukou'] }, 'name', BLOCKS)) {
    if (random.chance(25)) continue;
    const block = { ...row(), ...emptyBlock, ...blockOf(person.category, random.between(0, 2)), personId: person.id };
    work.blocks.insert(block);
    written('person_block', block.id);
  }
  writeTwice(work, list({ categories: ['registered'] }, 'name', TWICE), written);
}

function blockOf(category: PersonRow['category'], at: number): Partial<Block> {
  switch (category) {
    case 'floating':
      return { inflowReason: ['work', 'trade', 'relatives'][at] ?? 'work', permitType: '', stayLength: '' };
    case 'left-behind':
      return { leftBehindKind: ['child', 'woman', 'elder'][at] ?? 'elder', helpGiven: '社区每月探望一次' };
    case 'overseas':
      return { nationality: ['FRA', 'KOR', 'JPN'][at] ?? '', entryPurpose: 'work' };
    case 'no-hukou':
      return { noHukouReason: ['held-not-settled', 'born-not-settled', 'papers-lost'][at] ?? 'other' };
    case 'registered':
      return {};
  }
}

/** Some people were entered a second time by somebody in a hurry: without a number, a household and much else. */
function writeTwice(work: Work, people: readonly PersonRow[], written: Written): void {
  for (const { id } of people) {
    const person = work.persons.find({ ...work.actor, scope: 'all' }, id);
    if (!person) continue;
    const { rowNo: _rowNo, ...values } = person;
    const again = { ...values, id: work.clock.newId(), idNumber: '', idType: '', householdId: null, relationToHead: '', dwellingId: null, education: '', workplace: '' };
    work.persons.insert(again);
    written('person', again.id);
  }
}
