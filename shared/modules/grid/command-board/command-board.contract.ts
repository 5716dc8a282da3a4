import { z } from 'zod';
import { operationsFor } from '#shared/contract/define.ts';
import { countSchema, windowShape } from '#shared/contract/list.ts';
import { commandDeskSchema, commandEventSchema, meetingDraftSchema, meetingFilterSchema, meetingRowSchema, meetingSortSchema } from './command-board.schema.ts';

/** The cards themselves are read and moved through the operations of the matters. */
export const commandBoardPermissions = { 'command.read': ['clerk', 'supervisor'], 'command.convene': ['supervisor'] } as const;
const { query, command } = operationsFor(commandBoardPermissions);

const filter = meetingFilterSchema.default(meetingFilterSchema.parse({}));

export const commandBoardOperations = {
  getCommandDesk: query({ permission: 'command.read', input: z.strictObject({}), output: commandDeskSchema }),
  /** Every step of every matter, the newest first. */
  listCommandEvents: query({ permission: 'command.read', input: z.strictObject({ limit: z.int().min(1).max(200).default(50) }), output: z.array(commandEventSchema) }),
  /** A meeting of several units ends with one that leads; its matters go to that one in the same act. */
  holdMeeting: command({ permission: 'command.convene', input: meetingDraftSchema, output: meetingRowSchema, invalidates: ['grid', 'notifications', 'audit', 'undo'] }),
  listMeetings: query({ permission: 'command.read', input: z.strictObject({ filter, sort: meetingSortSchema, ...windowShape }), output: z.array(meetingRowSchema) }),
  countMeetings: query({ permission: 'command.read', input: z.strictObject({ filter }), output: countSchema }),
};
