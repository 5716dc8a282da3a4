import type { Allowed } from './allowed.ts';

const readers = 'clerk supervisor finance auditor';
const asking = 'clerk supervisor finance';
const money = 'supervisor finance';

export const budget: Allowed = {
  'budget.listSources': readers, 'budget.countSources': readers, 'budget.getSource': readers, 'budget.listEfforts': readers, 'budget.countEfforts': readers, 'budget.listYears': readers, 'budget.getYearPage': readers, 'budget.listEntries': readers, 'budget.countEntries': readers,
  'budget.listRequests': readers, 'budget.countRequests': readers, 'budget.getBoard': readers, 'budget.getRequest': readers, 'budget.checkRequest': readers, 'budget.listConflicts': readers, 'budget.listVouchers': readers, 'budget.countVouchers': readers,
  'budget.listPartners': readers, 'budget.countPartners': readers, 'budget.listPledges': readers, 'budget.countPledges': readers, 'budget.summariseYear': readers, 'budget.summariseWays': readers, 'budget.forecastCash': readers, 'budget.listAlarms': readers,
  'budget.createSource': money, 'budget.updateSource': money, 'budget.listSourceTasks': money, 'budget.compareWithStaff': money, 'budget.takeFromStaff': money, 'budget.recordReceipt': money, 'budget.openYear': money, 'budget.createLine': money, 'budget.updateLine': money, 'budget.askForLine': money, 'budget.approveLine': money, 'budget.adjustLines': money,
  'budget.createPartner': money, 'budget.updatePartner': money, 'budget.removePartner': money, 'budget.createPledge': money, 'budget.updatePledge': money, 'budget.movePledge': money,
  'budget.closeYear': 'supervisor',
  'budget.decideRequest': money, 'budget.decideChange': money, 'budget.acceptRequest': money, 'budget.publishRequest': money,
  'budget.disburseRequest': 'finance', 'budget.settleRequest': 'finance', 'budget.reverseVoucher': 'finance',
  'budget.*': asking,
};
