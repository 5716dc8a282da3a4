import { everyone, type Allowed } from './allowed.ts';

export const kernel: Allowed = {
  'accounts.listAccounts': 'administrator supervisor auditor',
  'accounts.createAccount': 'administrator', 'accounts.updateAccount': 'administrator', 'accounts.resetPassword': 'administrator', 'accounts.disableAccount': 'administrator',
  'accounts.enableAccount': 'administrator', 'accounts.insertAccount': 'administrator', 'accounts.setAccountAccess': 'administrator',
  'session.renewRecoverySheet': 'administrator', 'session.getSheetState': 'administrator',
  'audit.listAuditEntries': 'auditor supervisor', 'audit.verifyAudit': 'auditor supervisor administrator', 'audit.settleRollback': 'supervisor',
  'backup.listBackups': 'clerk trainer finance supervisor administrator', 'backup.createBackup': 'clerk trainer finance supervisor administrator', 'backup.verifyBackup': 'clerk trainer finance supervisor administrator',
  'updates.getUpdateState': 'administrator', 'updates.chooseUpdate': 'administrator', 'updates.prepareUpdate': 'administrator', 'updates.dropUpdate': 'administrator', 'updates.closeForUpdate': 'administrator',
  'backup.drillRestore': 'clerk trainer finance supervisor administrator', 'backup.showInFolder': 'clerk trainer finance supervisor administrator', 'backup.previewRestore': 'administrator supervisor', 'backup.restoreBackup': 'administrator supervisor',
  'calendar.setDay': 'administrator supervisor', 'calendar.clearDay': 'administrator supervisor', 'calendar.importDays': 'administrator supervisor',
  'codeTables.saveItem': 'administrator supervisor',
  'exports.exportList': everyone, 'exports.openExported': everyone, 'exports.savePicture': everyone, 'exports.writeList': everyone,
  'dataSets.listDataSets': everyone,
  'imports.*': 'clerk finance supervisor administrator',
  'numbers.revealNumber': 'clerk supervisor finance',
  'settings.updateSettings': 'administrator',
};
