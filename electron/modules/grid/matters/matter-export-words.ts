import words from '#resources/locales/zh-CN/matters.json' with { type: 'json' };
import { markKinds, matterStates, type MarkKind, type MatterState } from '#shared/modules/grid/matters/matter-machine.rules.ts';
import { stationCodes } from '#shared/modules/grid/matters/matter-routes.schema.ts';

const all: Readonly<Record<string, string>> = words;

/** What a workbook calls the states and the stations; the same words as the screens. */
export const STATE_WORDS = Object.fromEntries(matterStates.map((state) => [state, all[`matters.state.${state}`] ?? state])) as Readonly<Record<MatterState, string>>; // one for each state
export const MARK_WORDS = Object.fromEntries(markKinds.map((kind) => [kind, all[`matters.mark.${kind}`] ?? kind])) as Readonly<Record<MarkKind, string>>; // as above
export const UNIT_WORDS: Readonly<Record<string, string>> = Object.fromEntries(stationCodes.map((code) => [code, all[`matters.unit.${code}`] ?? code]));
