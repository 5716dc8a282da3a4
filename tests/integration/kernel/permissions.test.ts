import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { admit, operations } from '#electron/ipc/dispatcher.ts';
import { roles, type Role } from '#shared/contract/roles.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { openWorkstation, type Workstation } from '#tests/support/workstation.ts';

/**
 * Who may do what, written by hand from security.md 2.5 and not derived from the contract: a permission given to somebody by mistake
 * differs from this table. Operations that are not listed are open to whoever is signed in, or before that.
 */
const everyone = 'clerk supervisor trainer finance administrator auditor';
const ALLOWED: Readonly<Record<string, string>> = {
  'accounts.listAccounts': 'administrator supervisor auditor',
  'accounts.createAccount': 'administrator', 'accounts.updateAccount': 'administrator', 'accounts.resetPassword': 'administrator', 'accounts.disableAccount': 'administrator',
  'accounts.enableAccount': 'administrator', 'accounts.insertAccount': 'administrator', 'accounts.setAccountAccess': 'administrator',
  'session.renewRecoverySheet': 'administrator', 'session.getSheetState': 'administrator',
  'audit.listAuditEntries': 'auditor supervisor', 'audit.verifyAudit': 'auditor supervisor administrator', 'audit.settleRollback': 'supervisor',
  'backup.listBackups': 'clerk trainer finance supervisor administrator', 'backup.createBackup': 'clerk trainer finance supervisor administrator', 'backup.verifyBackup': 'clerk trainer finance supervisor administrator',
  'backup.drillRestore': 'clerk trainer finance supervisor administrator', 'backup.showInFolder': 'clerk trainer finance supervisor administrator', 'backup.previewRestore': 'administrator supervisor', 'backup.restoreBackup': 'administrator supervisor',
  'calendar.setDay': 'administrator supervisor', 'calendar.clearDay': 'administrator supervisor', 'calendar.importDays': 'administrator supervisor',
  'codeTables.saveItem': 'administrator supervisor',
  'exports.exportList': everyone, 'exports.openExported': everyone, 'exports.writeList': everyone,
  'imports.*': 'clerk supervisor administrator',
  'settings.updateSettings': 'administrator',
  'grid.listOrganisations': everyone, 'grid.findOrganisations': everyone, 'grid.getOrganisation': everyone, 'grid.getOwnCommunity': everyone, 'grid.summariseOrganisations': everyone, 'grid.listOrganisationProblems': everyone, 'grid.listGrids': everyone, 'grid.getGrid': everyone,
  'grid.chooseOwnCommunity': 'supervisor administrator', 'grid.suggestGridCode': 'supervisor administrator', 'grid.createGrid': 'supervisor administrator', 'grid.updateGrid': 'supervisor administrator', 'grid.closeGrid': 'supervisor administrator', 'grid.reopenGrid': 'supervisor administrator',
  'grid.removeEstate': 'supervisor', 'grid.removeBuilding': 'supervisor', 'grid.moveBuilding': 'supervisor', 'grid.proposeRooms': 'supervisor', 'grid.takeRooms': 'supervisor',
  'grid.splitGrid': 'supervisor', 'grid.mergeGrids': 'supervisor', 'grid.undoGridEvent': 'supervisor', 'grid.listGridPlaces': 'supervisor',
  'grid.listGridEvents': everyone, 'grid.listGridTeams': everyone, 'grid.saveGridSlot': 'supervisor administrator', 'grid.clearGridSlot': 'supervisor administrator',
  'grid.listBodies': everyone, 'grid.countBodies': everyone, 'grid.getBody': everyone, 'grid.createBody': 'clerk supervisor administrator', 'grid.updateBody': 'clerk supervisor administrator',
  'grid.listWarnings': 'clerk supervisor administrator', 'grid.getNoticeBoard': 'clerk supervisor administrator', 'grid.saveBoardLine': 'supervisor administrator',
  'grid.getMap': everyone, 'grid.summariseMapFigures': everyone, 'grid.listBuildingPoints': everyone, 'grid.getBackdropPicture': everyone, 'grid.saveMapPicture': everyone,
  'grid.saveMapShapes': 'supervisor administrator', 'grid.saveBuildingPoints': 'supervisor administrator', 'grid.readMapFile': 'supervisor administrator', 'grid.exportMap': 'supervisor administrator',
  'grid.addBackdrop': 'supervisor administrator', 'grid.insertBackdrop': 'supervisor administrator', 'grid.updateBackdrop': 'supervisor administrator', 'grid.removeBackdrop': 'supervisor administrator',
  'grid.removePerson': 'supervisor', 'grid.restorePerson': 'supervisor', 'grid.mergePersons': 'supervisor',
  'grid.*': 'clerk supervisor',
  'staff.listGridMembers': 'clerk supervisor trainer finance administrator', 'staff.getGridMember': 'clerk supervisor trainer finance administrator',
  'staff.*': 'supervisor trainer administrator',
  'trainingAssessment.listSheets': 'clerk supervisor trainer finance auditor', 'trainingAssessment.countSheets': 'clerk supervisor trainer finance auditor', 'trainingAssessment.getSheet': 'clerk supervisor trainer finance auditor', 'trainingAssessment.listFactRows': 'clerk supervisor trainer finance auditor', 'trainingAssessment.listDepartmentRatings': 'clerk supervisor trainer finance auditor', 'trainingAssessment.countDepartmentRatings': 'clerk supervisor trainer finance auditor',
  'trainingAssessment.listPlans': 'supervisor trainer auditor', 'trainingAssessment.getPlan': 'supervisor trainer auditor', 'trainingAssessment.simulatePlan': 'supervisor trainer auditor', 'trainingAssessment.listAppeals': 'supervisor trainer auditor', 'trainingAssessment.listFollows': 'supervisor trainer auditor', 'trainingAssessment.summariseResults': 'supervisor trainer auditor', 'trainingAssessment.summariseTwoWay': 'supervisor trainer auditor',
  'trainingAssessment.saveSelf': 'clerk supervisor trainer finance', 'trainingAssessment.reportSheet': 'clerk supervisor trainer finance', 'trainingAssessment.listPeerTurns': 'clerk supervisor trainer finance', 'trainingAssessment.ratePeer': 'clerk supervisor trainer finance', 'trainingAssessment.fileAppeal': 'clerk supervisor trainer finance',
  'trainingAssessment.rateDepartment': 'clerk supervisor', 'trainingAssessment.removeDepartmentRating': 'clerk supervisor',
  'trainingAssessment.enablePlan': 'supervisor', 'trainingAssessment.archiveSheet': 'supervisor', 'trainingAssessment.decideFollow': 'supervisor',
  'trainingAssessment.createPlan': 'supervisor trainer', 'trainingAssessment.updatePlan': 'supervisor trainer', 'trainingAssessment.copyPlan': 'supervisor trainer', 'trainingAssessment.removePlan': 'supervisor trainer', 'trainingAssessment.addItem': 'supervisor trainer', 'trainingAssessment.updateItem': 'supervisor trainer', 'trainingAssessment.removeItem': 'supervisor trainer', 'trainingAssessment.listAssessors': 'supervisor trainer', 'trainingAssessment.assignSelf': 'supervisor trainer', 'trainingAssessment.setDays': 'supervisor trainer', 'trainingAssessment.lockCycle': 'supervisor trainer', 'trainingAssessment.returnSheet': 'supervisor trainer', 'trainingAssessment.saveSuperior': 'supervisor trainer', 'trainingAssessment.scoreSheet': 'supervisor trainer', 'trainingAssessment.recordReview': 'supervisor trainer', 'trainingAssessment.removeReview': 'supervisor trainer', 'trainingAssessment.recordAdjustment': 'supervisor trainer', 'trainingAssessment.removeAdjustment': 'supervisor trainer', 'trainingAssessment.decideAppeal': 'supervisor trainer', 'trainingAssessment.replyToRating': 'supervisor trainer',
};
const OPEN = /^(session\.(?!renewRecoverySheet|getSheetState)|settings\.get|settings\.updatePreferences|calendar\.list|codeTables\.list|deskState\.|notifications\.|search\.|undo\.|printing\.|diagnostics\.|backup\.getStatus|audit\.(listOwnEntries|listChanges|recordEvent)|accounts\.recordPasswordChanged)/;

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
      fc.asyncProperty(fc.constantFrom(...names, 'nothing.here'), fc.anything({ withDate: true, withMap: true, withTypedArray: true }), async (name, input) => {
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
