import type { Db } from '#electron/database/database.ts';
import type { Work } from '#electron/database/unit-of-work.ts';
import type { ImportProfile } from '#electron/kernel/imports/import-profile.ts';
import type { ModuleParts } from '#electron/module-parts.ts';
import type { Handlers } from '#shared/contract/define.ts';
import type { gridContract } from '#shared/modules/grid/grid.contract.ts';
import { countHandlers, countParts, openCount } from './register/count/count.module.ts';
import { mattersHandlers, mattersParts, openMatters } from './matters/matters.module.ts';
import { commandHandlers, commandParts, openCommand } from './command.module.ts';
import { admissionHandlers, admissionParts, openAdmission } from './admission/admission.module.ts';
import { openParticipation, participationHandlers, participationParts } from './participation/participation.module.ts';
import { dwellingsProfile } from './register/imports/dwellings.profile.ts';
import { floatingPersonsProfile } from './register/imports/floating-persons.profile.ts';
import { leftBehindPersonsProfile, noHukouPersonsProfile, overseasPersonsProfile } from './register/imports/other-persons.profiles.ts';
import { registeredPersonsProfile } from './register/imports/registered-persons.profile.ts';
import { openPopulation, populationHandlers, populationParts } from './register/population/population.module.ts';
import { careExports, careToday, completenessExports, openPeople, peopleDataSets, peopleHandlers, peopleHistory, peopleUndo } from './register/people.module.ts';
import { openRegister, registerExports, registerHandlers, registerHistory, registerNumbers, registerSearch, registerToday, registerUndo } from './register/register.module.ts';
import { openRentals, rentalsExports, rentalsHandlers, rentalsHistory, rentalsToday, rentalsUndo } from './register/rentals/rentals.module.ts';
import { bodiesAttachments } from './territory/bodies/bodies.module.ts';
import { buildingsExports, buildingsHandlers, buildingsHistory, buildingsSearch, buildingsUndo, openBuildings } from './territory/buildings/buildings.module.ts';
import { companiesProfile } from './territory/imports/companies.profile.ts';
import { mapHandlers, mapHistory, openMap } from './territory/map/map.module.ts';
import { organisationsProfile } from './territory/organisations.profile.ts';
import { openTerritory, territoryExports, territoryHandlers, territoryHistory, territorySearch, territoryToday, territoryUndo } from './territory/territory.module.ts';

/** The areas of the module, side by side; a new one adds a line to each of the three lists. */
export const openGrid = (db: Db) => ({
  ...openTerritory(db),
  ...openBuildings(db),
  ...openMap(db),
  ...openRegister(db),
  ...openRentals(db),
  ...openPeople(db),
  ...openCount(db),
  ...openMatters(db),
  ...openPopulation(db),
  ...openCommand(db),
  ...openAdmission(db),
  ...openParticipation(db),
});

export const gridHandlers: Handlers<typeof gridContract, Work> = {
  ...territoryHandlers,
  ...buildingsHandlers,
  ...mapHandlers,
  ...registerHandlers,
  ...rentalsHandlers,
  ...peopleHandlers,
  ...countHandlers,
  ...mattersHandlers,
  ...populationHandlers,
  ...commandHandlers,
  ...admissionHandlers,
  ...participationHandlers,
};

export const gridParts: readonly ModuleParts[] = [
  { search: registerSearch, today: registerToday, history: registerHistory, numbers: registerNumbers, undo: registerUndo, exports: registerExports, imports: [registeredPersonsProfile, floatingPersonsProfile, leftBehindPersonsProfile, overseasPersonsProfile, noHukouPersonsProfile, dwellingsProfile] as readonly ImportProfile[] }, // a run hands only its own values back to its own profile
  { today: territoryToday, search: territorySearch, history: territoryHistory, undo: territoryUndo, attachments: bodiesAttachments, exports: territoryExports, imports: [companiesProfile, organisationsProfile] as readonly ImportProfile[] }, // as above
  { search: buildingsSearch, history: buildingsHistory, undo: buildingsUndo, exports: buildingsExports },
  { history: mapHistory },
  { today: rentalsToday, history: rentalsHistory, undo: rentalsUndo, exports: rentalsExports },
  { today: careToday, history: peopleHistory, undo: peopleUndo, exports: { ...careExports, ...completenessExports }, dataSets: peopleDataSets },
  countParts,
  mattersParts,
  populationParts,
  ...commandParts,
  admissionParts,
  participationParts,
];
