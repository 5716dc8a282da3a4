import type { Work } from '#electron/database/unit-of-work.ts';
import type { SearchSource } from '#electron/kernel/search/search-source.ts';
import type { SearchHit } from '#shared/kernel/search/search.contract.ts';
import type { PersonRow } from '#shared/modules/grid/register/person.schema.ts';
import { afterPrefix, phraseOf, searchWords } from '#shared/modules/grid/register/search-text.rules.ts';
import type { Condition } from '#electron/database/condition.ts';

const hit = (matched: SearchHit['matched']) => (person: PersonRow): SearchHit => ({
  entity: 'person',
  id: person.id,
  title: person.name,
  detail: [person.gridName, person.presentAddress || person.registeredAddress, matched === 'phone' ? person.phoneMasked : person.idNumberMasked].filter(Boolean).join(' · '),
  matched,
  to: `/grid/persons/${person.id}`,
});

const range = (column: string, prefix: string): Condition => ({ sql: `p.${column} >= ? AND p.${column} < ?`, values: [prefix, afterPrefix(prefix)] });
const fullText = (column: string, phrase: string): Condition => ({ sql: 'p.row_no IN (SELECT rowid FROM person_text WHERE person_text MATCH ?)', values: [`${column} : ${phrase}`] });

/** The conditions to try, in the order in which their answers are shown; each is one index. */
function attempts(text: string): readonly (readonly [SearchHit['matched'], Condition])[] {
  const words = searchWords(text);
  if (!words) return [];
  switch (words.kind) {
    case 'letters':
      return [['initials', range('initials', words.letters)], ['pinyin', range('pinyin', words.letters)]];
    case 'tail': {
      const id: Condition = { ...range('id_reversed', words.reversed), sql: `p.id_reversed <> '' AND ${range('id_reversed', words.reversed).sql}` };
      const phone: Condition = { ...range('phone_reversed', words.reversed), sql: `p.phone_reversed <> '' AND ${range('phone_reversed', words.reversed).sql}` };
      return words.hasLetter ? [['idNumber', id]] : [['phone', phone], ['idNumber', id]];
    }
    case 'phrase':
      return [['name', fullText('name', words.phrase)], ['address', fullText('address', words.phrase)]];
  }
}

function findPersons(work: Work, text: string, limit: number): SearchHit[] {
  const found = new Map<string, SearchHit>();
  for (const [matched, condition] of attempts(text)) {
    if (found.size >= limit) break;
    for (const person of work.persons.some(work.actor, condition, limit)) if (!found.has(person.id)) found.set(person.id, hit(matched)(person));
  }
  return [...found.values()].slice(0, limit);
}

function findDwellings(work: Work, text: string, limit: number): SearchHit[] {
  const phrase = phraseOf(text);
  if (phrase === '' || /^[A-Za-z]+$/.test(text)) return [];
  return work.dwellings.some(work.actor, phrase, limit).map((dwelling): SearchHit => ({ entity: 'dwelling', id: dwelling.id, title: dwelling.address, detail: dwelling.gridName, matched: 'address', to: `/grid/dwellings/${dwelling.id}` }));
}

export const registerSearch: readonly SearchSource[] = [
  { permission: 'register.read', find: (work, text, limit) => findPersons(work, text, Math.max(1, limit - 4)) },
  { permission: 'register.read', find: findDwellings },
];
