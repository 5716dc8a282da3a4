import type { Allowed } from './allowed.ts';

export const countAllowed: Allowed = {
  'grid.moveBuildings': 'supervisor',
  'grid.createCountCampaign': 'supervisor', 'grid.updateCountCampaign': 'supervisor', 'grid.closeCountCampaign': 'supervisor',
};
