import { systemScreens } from '#renderer/kernel/system.screens.ts';
import { todayScreens } from '#renderer/kernel/today/today.screens.ts';
import { budgetScreens } from '#renderer/modules/budget/budget.screens.ts';
import { gridScreens } from '#renderer/modules/grid/grid.screens.ts';
import { staffScreens } from '#renderer/modules/staff/staff.screens.ts';
import { trainingAssessmentScreens } from '#renderer/modules/training-assessment/training-assessment.screens.ts';
import type { ScreenGroup } from './screens.ts';

/** LIST 3 of 3. A new module adds its screens here, in the order of the rail. */
export const moduleScreens: readonly ScreenGroup[] = [todayScreens, gridScreens, staffScreens, trainingAssessmentScreens, budgetScreens, { ...systemScreens, isBelow: true }];
