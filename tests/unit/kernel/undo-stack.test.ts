import { describe, expect, it } from 'vitest';
import { undoStacks, type LoggedAct } from '#shared/kernel/undo/undo-stack.rules.ts';

const act = (seq: number): LoggedAct => ({ seq, kind: 'act', reverses: 0 });
const undo = (seq: number, reverses: number): LoggedAct => ({ seq, kind: 'undo', reverses });
const redo = (seq: number, reverses: number): LoggedAct => ({ seq, kind: 'redo', reverses });

describe('what can be undone next', () => {
  it('is nothing at first', () => expect(undoStacks([])).toEqual({ undo: null, redo: null }));
  it('is the newest act', () => expect(undoStacks([act(1), act(4)])).toEqual({ undo: { seq: 4, by: 4 }, redo: null }));
  it('is the act before once the newest was undone, which can be given again', () => expect(undoStacks([act(1), act(4), undo(5, 4)])).toEqual({ undo: { seq: 1, by: 1 }, redo: { seq: 4, by: 5 } }));
  it('is turned round by the redo that gave it again', () => expect(undoStacks([act(1), undo(2, 1), redo(3, 1)])).toEqual({ undo: { seq: 1, by: 3 }, redo: null }));
  it('forgets what was undone when something new is done', () => expect(undoStacks([act(1), act(2), undo(3, 2), act(4)])).toEqual({ undo: { seq: 4, by: 4 }, redo: null }));
  it('passes over a turn that is out of order', () => expect(undoStacks([act(1), act(2), undo(3, 1)])).toEqual({ undo: { seq: 2, by: 2 }, redo: null }));
});
