import type { Work } from '#electron/database/unit-of-work.ts';
import { fail } from '#shared/errors/app-error.ts';
import { cardRises, type Guard } from '#shared/modules/grid/matters/matter-machine.rules.ts';
import type { MatterMoveInput } from '#shared/modules/grid/matters/matter-move.schema.ts';
import { addDays } from '#shared/kernel/calendar/working-days.rules.ts';
import type { MatterRecord } from './matters.repository.ts';
import { checkBelow, checkDispatch, directlyAbove } from './matter-units.ts';

type Check = (work: Work, matter: MatterRecord, input: MatterMoveInput) => void;

/** What must hold besides the state, each with the code it is refused with. */
const GUARDS: Readonly<Record<Guard, Check>> = {
  'unit-returns-once': (work, matter) => {
    if (work.matterMoves.hasReturned(matter.id, { kind: matter.unitKind, id: matter.unitId })) fail('matter/returned-before', {});
  },
  'joint-after-returns': (work, matter, input) => {
    if (matter.returns >= work.matterSettings.rules().jointAfter) fail('matter/needs-joint', { returns: matter.returns });
    if ('unit' in input) checkDispatch(matter, input.unit);
  },
  'direct-subordinate': (_work, matter, input) => {
    if ('unit' in input) checkBelow(matter, input.unit);
  },
  'direct-superior': (work, matter) => void directlyAbove(work, matter),
  /** Verified by who created it, not by who did the work; a supervisor answers for both. */
  'not-own-work': (work, matter) => {
    if (!work.actor.roles.includes('supervisor') && work.matterMoves.lastDoneBy(matter.id) === work.actor.userId) fail('matter/own-work', {});
  },
  'extension-asked': (_work, matter) => {
    if (matter.extension !== 'asked') fail('matter/no-extension', {});
  },
  'no-extension-asked': (_work, matter) => {
    if (matter.extension === 'asked') fail('matter/extension-pending', { days: matter.askedDays });
  },
  'card-rises': (_work, matter, input) => {
    if ('card' in input && !cardRises(matter.card, input.card)) fail('matter/card-not-lower', { card: matter.card });
  },
  'has-card': (_work, matter) => {
    if (matter.card === 'none') fail('matter/no-card', {});
  },
  'within-reopen': (work, matter) => {
    const { reopenDays } = work.matterSettings.rules();
    if (matter.endedOn !== null && work.today > addDays(matter.endedOn, reopenDays)) fail('matter/reopen-too-late', { days: reopenDays, endedOn: matter.endedOn });
  },
};

export const checkGuards = (work: Work, matter: MatterRecord, input: MatterMoveInput, guards: readonly Guard[]): void => {
  for (const guard of guards) GUARDS[guard](work, matter, input);
};
