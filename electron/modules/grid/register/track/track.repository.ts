import type { Db } from '#electron/database/database.ts';
import type { PersonEvent } from '#shared/modules/grid/register/track/track.contract.ts';

type StoredEvent = Omit<PersonEvent, 'mergedName'> & { readonly personId: string; readonly personName: string };

/** Events are written by the tables themselves (0043_track.sql); here they are only read. */
export function trackRepository({ sqlite }: Db) {
  const ofPerson = sqlite.prepare(`WITH RECURSIVE own (id) AS (SELECT ? UNION SELECT m.merged_id FROM person_merge m JOIN own ON m.kept_id = own.id WHERE m.removed_at IS NULL)
    SELECT e.id, e.created_at AS at, e.kind, e.was, e.becomes, e.person_id AS personId, p.name AS personName
    FROM own JOIN person_event e ON e.person_id = own.id JOIN person p ON p.id = e.person_id ORDER BY e.created_at DESC, e.id`);
  return {
    /** The newest first, together with those of the entries that were merged into this one. */
    ofPerson: (personId: string): StoredEvent[] => ofPerson.all(personId) as StoredEvent[], // columns named in the statement
  };
}
