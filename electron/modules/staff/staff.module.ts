import type { Db } from '#electron/database/database.ts';
import type { Work } from '#electron/database/unit-of-work.ts';
import type { ImportProfile } from '#electron/kernel/imports/import-profile.ts';
import type { ModuleParts } from '#electron/module-parts.ts';
import type { Handlers } from '#shared/contract/define.ts';
import type { staffContract } from '#shared/modules/staff/staff.contract.ts';
import { staffFiller } from './demo/fill-staff.ts';
import { staffDemo } from './demo/staff.demo.ts';
import { directoryHandlers, directoryParts, openDirectory } from './directory/directory.module.ts';
import { dutyHandlers, dutyParts, openDuty } from './duty/duty.module.ts';
import { gradesHandlers, gradesParts, openGrades } from './grades/grades.module.ts';
import { gridMembersProfile } from './imports/grid-members.profile.ts';
import { teamMembersProfile } from './imports/team-members.profile.ts';
import { openPeople, peopleHandlers, peopleParts } from './people/people.module.ts';
import { openPosts, postsHandlers, postsParts } from './posts/posts.module.ts';
import { openProfile, profileHandlers, profileParts } from './profile/profile.module.ts';
import { openRewards, rewardsHandlers, rewardsParts } from './rewards/rewards.module.ts';
import { openSuggestions, suggestionsHandlers, suggestionsParts } from './suggestions/suggestions.module.ts';
import { openVacancies, vacanciesHandlers, vacanciesParts } from './vacancies/vacancies.module.ts';

/** The areas of the module, side by side; a new one adds a line to each of the three lists. */
export const openStaff = (db: Db) => ({
  ...openPeople(db),
  ...openPosts(db),
  ...openVacancies(db),
  ...openDirectory(db),
  ...openDuty(db),
  ...openGrades(db),
  ...openRewards(db),
  ...openProfile(db),
  ...openSuggestions(db),
});

export const staffHandlers: Handlers<typeof staffContract, Work> = {
  ...peopleHandlers,
  ...postsHandlers,
  ...vacanciesHandlers,
  ...directoryHandlers,
  ...dutyHandlers,
  ...gradesHandlers,
  ...rewardsHandlers,
  ...profileHandlers,
  ...suggestionsHandlers,
};

export const staffParts: readonly ModuleParts[] = [
  { ...peopleParts, imports: [gridMembersProfile, teamMembersProfile] as readonly ImportProfile[], demo: staffDemo, fill: staffFiller }, // a run hands only its own values back to its own profile
  postsParts,
  vacanciesParts,
  directoryParts,
  dutyParts,
  gradesParts,
  rewardsParts,
  profileParts,
  suggestionsParts,
];
