import { directoryOperations, directoryPermissions } from './directory/directory.contract.ts';
import { dutyOperations, dutyPermissions } from './duty/duty.contract.ts';
import { gradesOperations, gradesPermissions } from './grades/grades.contract.ts';
import { peopleOperations, peoplePermissions } from './people/people.contract.ts';
import { postsOperations, postsPermissions } from './posts/posts.contract.ts';
import { profileOperations, profilePermissions } from './profile/profile.contract.ts';
import { rewardsOperations, rewardsPermissions } from './rewards/rewards.contract.ts';
import { suggestionsOperations, suggestionsPermissions } from './suggestions/suggestions.contract.ts';
import { vacanciesOperations, vacanciesPermissions } from './vacancies/vacancies.contract.ts';

export const staffPermissions = { ...peoplePermissions, ...postsPermissions, ...vacanciesPermissions, ...directoryPermissions, ...dutyPermissions, ...gradesPermissions, ...rewardsPermissions, ...profilePermissions, ...suggestionsPermissions } as const;

export const staffContract = { ...peopleOperations, ...postsOperations, ...vacanciesOperations, ...directoryOperations, ...dutyOperations, ...gradesOperations, ...rewardsOperations, ...profileOperations, ...suggestionsOperations };
