import { IconSchool } from '@tabler/icons-react';
import type { ScreenGroup } from '#renderer/app/screens.ts';
import { trainingScreens } from './training/training.screens.ts';

/** Classes and exams, and the assessment of grids, members and departments. */
export const trainingAssessmentScreens: ScreenGroup = {
  id: 'training-assessment',
  title: 'training-assessment.group',
  icon: IconSchool,
  screens: [
    ...trainingScreens,
  ],
};
