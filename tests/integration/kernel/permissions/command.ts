import type { Allowed } from './allowed.ts';

/** Who stands at the desk runs an emergency; what its plans say, and who leads after a meeting, is decided by the supervisor. */
export const command: Allowed = {
  'grid.createEmergencyPlan': 'supervisor', 'grid.updateEmergencyPlan': 'supervisor', 'grid.removeEmergencyPlan': 'supervisor',
  'grid.holdMeeting': 'supervisor',
};
