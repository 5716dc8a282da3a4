import type { Allowed } from './allowed.ts';

/** Who stands at the desk runs an emergency; what its plans say, who leads after a meeting, and how something is done, is decided by the supervisor. */
export const command: Allowed = {
  'grid.createEmergencyPlan': 'supervisor', 'grid.updateEmergencyPlan': 'supervisor', 'grid.removeEmergencyPlan': 'supervisor',
  'grid.holdMeeting': 'supervisor',
  'grid.listProcessMaps': 'clerk supervisor auditor', 'grid.countProcessMaps': 'clerk supervisor auditor', 'grid.summariseProcessMaps': 'clerk supervisor auditor', 'grid.getProcessMap': 'clerk supervisor auditor', 'grid.measureProcessMap': 'clerk supervisor auditor',
  'grid.createProcessMap': 'supervisor', 'grid.updateProcessMap': 'supervisor', 'grid.enableProcessMap': 'supervisor', 'grid.withdrawProcessMap': 'supervisor', 'grid.copyProcessMap': 'supervisor', 'grid.endProcessMap': 'supervisor', 'grid.removeProcessMap': 'supervisor',
};
