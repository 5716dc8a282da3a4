import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { admit, operations } from '#electron/ipc/dispatcher.ts';
import { roles, type Role } from '#shared/contract/roles.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { openWorkstation, type Workstation } from '#tests/support/workstation.ts';
import type { Allowed } from './permissions/allowed.ts';

const tables = import.meta.glob<Readonly<Record<string, Allowed>>>(['./permissions/*.ts', '!./permissions/allowed.ts'], { eager: true });
const ALLOWED: Allowed = Object.assign({}, ...Object.values(tables).flatMap((table) => Object.values(table))) as Allowed; // each file exports its tables only
const OPEN = /^(session\.(?!renewRecoverySheet|getSheetState)|settings\.get|settings\.updatePreferences|calendar\.list|codeTables\.list|deskState\.|attachments\.|notifications\.|search\.|undo\.|printing\.|diagnostics\.|backup\.getStatus|audit\.(listOwnEntries|listChanges|recordEvent)|accounts\.recordPasswordChanged)/;

const allowedFor = (name: string): string => ALLOWED[name] ?? ALLOWED[`${name.split('.')[0]}.*`] ?? '';
const refusalOf = (role: Role | null, name: string): string => {
  try {
    admit(role && { userId: 'u', sessionId: 's', displayName: '', roles: [role], communityId: 'c', scope: 'all' }, name, Symbol('nothing any schema takes'));
    return 'admitted';
  } catch (error) {
    return error instanceof AppError ? error.failure.code : 'thrown';
  }
};

describe('the gate', () => {
  it.each([...operations.keys()].flatMap((name) => roles.map((role) => [name, role] as const)))('%s for %s', (name, role) => {
    const expected = OPEN.test(name) || allowedFor(name).split(' ').includes(role) ? 'validation/failed' : 'auth/forbidden';
    expect(refusalOf(role, name)).toBe(expected);
  });
  it('asks who is there before anything else', () => {
    for (const [name, { permission }] of operations) if (permission !== 'public') expect(refusalOf(null, name), name).toBe('session/required');
  });
  it.each(['grid.constructor', '__proto__.x', 'toString', '', 'grid.listPersons.call'])('does not know %s', (name) => expect(refusalOf('clerk', name)).toBe('call/unknown-operation'));
});

describe('a forged call', () => {
  let desk: Workstation;
  beforeAll(async () => void (desk = await openWorkstation({ roles: ['clerk'] })));
  afterAll(() => desk.close());

  it('of any shape gets a code, never a crash, and changes nothing', async () => {
    const names = [...operations].filter(([, op]) => op.kind !== 'task' && op.permission !== 'public' && !op.internal).map(([name]) => name);
    const before = desk.count('audit_entry');
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(fc.oneof({ arbitrary: fc.constantFrom(...names), weight: 20 }, { arbitrary: fc.constant('nothing.here'), weight: 1 }), fc.anything({ withDate: true, withMap: true, withTypedArray: true }), async (name, input) => {
        const result = await desk.host().call(desk.actorOf({ roles: ['trainer'] }), name, input);
        if (!result.ok) seen.add(result.error.code);
        expect(result.ok || result.error.code !== 'internal/unexpected', `${name} ${JSON.stringify(result)}`).toBe(true);
      }),
      { numRuns: 1500 },
    );
    expect([...seen].sort()).toEqual(expect.arrayContaining(['auth/forbidden', 'call/unknown-operation', 'validation/failed']));
    expect(desk.count('audit_entry')).toBe(before);
    expect(desk.logged).toEqual([]);
  });
});
