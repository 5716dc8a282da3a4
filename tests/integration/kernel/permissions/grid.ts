import { everyone, type Allowed } from './allowed.ts';

export const grid: Allowed = {
  'grid.listOrganisations': everyone, 'grid.findOrganisations': everyone, 'grid.getOrganisation': everyone, 'grid.getOwnCommunity': everyone, 'grid.summariseOrganisations': everyone, 'grid.listOrganisationProblems': everyone, 'grid.listGrids': everyone, 'grid.getGrid': everyone,
  'grid.chooseOwnCommunity': 'supervisor administrator', 'grid.suggestGridCode': 'supervisor administrator', 'grid.createGrid': 'supervisor administrator', 'grid.updateGrid': 'supervisor administrator', 'grid.closeGrid': 'supervisor administrator', 'grid.reopenGrid': 'supervisor administrator',
  'grid.removeEstate': 'supervisor', 'grid.removeBuilding': 'supervisor', 'grid.moveBuilding': 'supervisor', 'grid.proposeRooms': 'supervisor', 'grid.takeRooms': 'supervisor',
  'grid.splitGrid': 'supervisor', 'grid.mergeGrids': 'supervisor', 'grid.undoGridEvent': 'supervisor', 'grid.listGridPlaces': 'supervisor',
  'grid.listGridEvents': everyone, 'grid.listGridTeams': everyone, 'grid.saveGridSlot': 'supervisor administrator', 'grid.clearGridSlot': 'supervisor administrator',
  'grid.listBodies': everyone, 'grid.countBodies': everyone, 'grid.getBody': everyone, 'grid.createBody': 'clerk supervisor administrator', 'grid.updateBody': 'clerk supervisor administrator',
  'grid.listWarnings': 'clerk supervisor administrator', 'grid.getNoticeBoard': 'clerk supervisor administrator', 'grid.saveBoardLine': 'supervisor administrator',
  'grid.getMap': everyone, 'grid.summariseMapFigures': everyone, 'grid.listBuildingPoints': everyone, 'grid.getBackdropPicture': everyone,
  'grid.saveMapShapes': 'supervisor administrator', 'grid.saveBuildingPoints': 'supervisor administrator', 'grid.readMapFile': 'supervisor administrator', 'grid.exportMap': 'supervisor administrator',
  'grid.addBackdrop': 'supervisor administrator', 'grid.insertBackdrop': 'supervisor administrator', 'grid.updateBackdrop': 'supervisor administrator', 'grid.removeBackdrop': 'supervisor administrator',
  'grid.removePerson': 'supervisor', 'grid.restorePerson': 'supervisor', 'grid.mergePersons': 'supervisor',
  ...Object.fromEntries(['listMatters', 'countMatters', 'getMatter', 'findMatterPlaces', 'suggestMatterKinds', 'findMatterDuplicates', 'summariseMatters', 'summariseUnitMarks', 'listMatterSteps', 'countMatterSteps', 'listUnitMarks', 'countUnitMarks', 'listMatterUnits', 'listMatterOwners', 'listStations'].map((name) => [`grid.${name}`, 'clerk supervisor auditor'])),
  ...Object.fromEntries(['listMatterKinds', 'saveMatterKind', 'listMatterFunctions', 'saveMatterFunction', 'listMatterLimits', 'addMatterLimit', 'removeMatterLimit', 'getMatterRules', 'saveMatterRules'].map((name) => [`grid.${name}`, 'supervisor'])),
  'grid.*': 'clerk supervisor',
};
