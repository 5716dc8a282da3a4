import { randomUUID } from 'node:crypto';
import type { Db } from '#electron/database/database.ts';
import { keptStatements } from '#electron/database/kept-statements.ts';
import type { Actor } from '#shared/contract/actor.ts';
import { MOST_TURNS, type PeerTurn } from '#shared/modules/training-assessment/assessment/sheet.schema.ts';

type Turn = { readonly id: string; readonly communityId: string; readonly now: string; readonly sheetId: string; readonly raterId: string };

const RATED = 'EXISTS (SELECT 1 FROM assessment_peer_turn t WHERE t.sheet_id = s.id AND t.rater_id = @me)';
const OPEN = `FROM assessment_sheet s JOIN assessment_plan p ON p.id = s.plan_id LEFT JOIN grid g ON g.id = s.grid_id
  WHERE s.state IN ('self', 'returned', 'reported') AND (s.self_account_id IS NULL OR s.self_account_id <> @me) AND EXISTS (SELECT 1 FROM assessment_item i WHERE i.plan_id = p.id AND i.kind = 'peer' AND i.removed_at IS NULL)`;

/**
 * Who has rated and what was given, kept so that nothing joins them (decision 0012): a rating has an id drawn by lot and the times of its sheet.
 * There is no reading of a single rating; only the ratings of a sheet as a whole leave, in their order of size.
 */
export function peersRepository({ sqlite }: Db) {
  const statement = keptStatements(sqlite);
  return {
    hasRated: (sheetId: string, raterId: string): boolean => statement('SELECT 1 FROM assessment_peer_turn WHERE sheet_id = ? AND rater_id = ?').get(sheetId, raterId) !== undefined,
    insertTurn: ({ id, communityId, now, sheetId, raterId }: Turn): void =>
      void statement('INSERT INTO assessment_peer_turn (id, community_id, created_at, updated_at, sheet_id, rater_id) VALUES (?, ?, ?, ?, ?, ?)').run(id, communityId, now, now, sheetId, raterId),
    insertRating: (sheetId: string, rating: number): void =>
      void statement('INSERT INTO assessment_peer_rating (id, community_id, created_at, updated_at, sheet_id, rating) SELECT ?, community_id, created_at, created_at, id, ? FROM assessment_sheet WHERE id = ?').run(randomUUID(), rating, sheetId),
    ratings: (sheetId: string): number[] => statement('SELECT rating FROM assessment_peer_rating WHERE sheet_id = ? ORDER BY rating').pluck().all(sheetId) as number[], // the one column
    count: (sheetId: string): number => statement('SELECT count(*) FROM assessment_peer_turn WHERE sheet_id = ?').pluck().get(sheetId) as number, // as above
    /** Sheets the actor may rate now or has rated whose name or grid holds the text, those left to rate first: those of plans that ask for peers, open, and not the own one. */
    turns: ({ userId }: Actor, text: string): PeerTurn[] =>
      (statement(`SELECT s.id AS sheetId, s.subject_name AS subjectName, p.title AS planTitle, coalesce(g.name, '') AS gridName, ${RATED} AS rated ${OPEN}
        AND (@text = '' OR instr(s.subject_name, @text) > 0 OR instr(g.name, @text) > 0) ORDER BY rated, p.title, s.name_py, s.id LIMIT ${String(MOST_TURNS)}`).all({ me: userId, text }) as (Omit<PeerTurn, 'rated'> & { rated: number })[]).map((turn) => ({ ...turn, rated: turn.rated === 1 })), // columns named
    /** How many of them the actor has not rated yet. */
    left: ({ userId }: Actor): number => statement(`SELECT count(*) ${OPEN} AND NOT ${RATED}`).pluck().get({ me: userId }) as number, // the one column
    mayRate: ({ userId }: Actor, sheetId: string): boolean => statement(`SELECT 1 ${OPEN} AND s.id = @sheetId`).get({ me: userId, sheetId }) !== undefined,
  };
}
