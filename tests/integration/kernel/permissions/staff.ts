import type { Allowed } from './allowed.ts';

const team = 'clerk supervisor trainer finance administrator';
const office = 'supervisor trainer administrator';
const all = `${team} auditor`;
const desk = 'clerk supervisor trainer administrator';

export const staff: Allowed = {
  'staff.listGridMembers': team, 'staff.getGridMember': team, 'staff.listChain': team,
  'staff.listPosts': team, 'staff.countPosts': team, 'staff.getPost': team, 'staff.checkPostConditions': team, 'staff.listFits': team, 'staff.listAppointments': team, 'staff.countAppointments': team, 'staff.getHandover': team,
  'staff.decideExemption': 'supervisor',
  'staff.listContacts': team, 'staff.getPhotos': team,
  'staff.listInternalNumbers': 'supervisor administrator', 'staff.addInternalNumber': 'supervisor administrator', 'staff.updateInternalNumber': 'supervisor administrator', 'staff.removeInternalNumber': 'supervisor administrator',
  'staff.getRoster': desk, 'staff.listDutyPeople': desk, 'staff.proposeRoster': 'supervisor administrator', 'staff.saveRoster': 'supervisor administrator',
  'staff.listTeams': desk, 'staff.countTeams': desk, 'staff.listTeamTasks': desk, 'staff.listTeamMatters': desk,
  'staff.createTeam': 'clerk supervisor administrator', 'staff.updateTeam': 'clerk supervisor administrator', 'staff.removeTeam': 'clerk supervisor administrator',
  'staff.addTeamTask': 'clerk supervisor administrator', 'staff.updateTeamTask': 'clerk supervisor administrator', 'staff.removeTeamTask': 'clerk supervisor administrator',
  'staff.listSubsidies': 'supervisor trainer finance administrator', 'staff.simulateRaise': 'supervisor trainer finance administrator',
  'staff.addSubsidy': 'supervisor finance', 'staff.updateSubsidy': 'supervisor finance', 'staff.removeSubsidy': 'supervisor finance',
  'staff.addRewardRule': 'supervisor trainer', 'staff.updateRewardRule': 'supervisor trainer', 'staff.removeRewardRule': 'supervisor trainer', 'staff.nominate': 'supervisor trainer', 'staff.decideReward': 'supervisor administrator',
  'staff.saveRetirementRule': 'supervisor administrator', 'staff.removeRetirementRule': 'supervisor administrator',
  'staff.listSuggestions': all, 'staff.countSuggestions': all, 'staff.summariseSuggestions': all, 'staff.listPractices': all, 'staff.countPractices': all, 'staff.listAdoptions': all,
  'staff.putSuggestion': team, 'staff.updateSuggestion': team, 'staff.withdrawSuggestion': team, 'staff.secondSuggestion': team,
  'staff.answerSuggestion': 'supervisor', 'staff.carryOutSuggestion': 'supervisor',
  'staff.addPractice': desk, 'staff.updatePractice': desk, 'staff.removePractice': desk, 'staff.takeUpPractice': desk, 'staff.removeAdoption': desk,
  'staff.*': office,
};
