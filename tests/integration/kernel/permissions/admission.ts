import type { Allowed } from './allowed.ts';

const readers = 'clerk supervisor finance auditor';
export const admission: Allowed = {
  'grid.listAdmissionLists': readers, 'grid.listAdmissionItems': readers, 'grid.countAdmissionItems': readers, 'grid.findListedTasks': readers, 'grid.listAdmissions': readers, 'grid.countAdmissions': readers, 'grid.getAdmission': readers,
  'grid.listDoorRefusals': readers, 'grid.countDoorRefusals': readers, 'grid.listBurden': readers, 'grid.countBurden': readers, 'grid.summariseBurden': readers, 'grid.compareBurden': readers, 'grid.summarisePushedTasks': readers,
  'grid.beginAdmissionList': 'supervisor', 'grid.publishAdmissionList': 'supervisor', 'grid.addListItem': 'supervisor', 'grid.updateListItem': 'supervisor', 'grid.removeListItem': 'supervisor', 'grid.pasteListItems': 'supervisor',
  'grid.recordPayment': 'supervisor finance', 'grid.removePayment': 'supervisor finance',
};
