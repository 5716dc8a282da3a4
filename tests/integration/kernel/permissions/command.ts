import type { Allowed } from './allowed.ts';

/** Who stands at the desk runs an emergency; what its plans say is decided by the supervisor. */
export const command: Allowed = {
  'grid.createEmergencyPlan': 'supervisor', 'grid.updateEmergencyPlan': 'supervisor', 'grid.removeEmergencyPlan': 'supervisor',
};
