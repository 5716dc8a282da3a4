import { IconSchool } from '@tabler/icons-react';
import { inArea, type ScreenGroup } from '#renderer/app/screens.ts';
import { assessmentScreens } from './assessment/assessment.screens.ts';
import { trainingScreens } from './training/training.screens.ts';

/** Classes and exams, and the assessment of grids, members and departments; an area a line. */
export const trainingAssessmentScreens: ScreenGroup = {
  id: 'training-assessment',
  title: 'training-assessment.group',
  icon: IconSchool,
  screens: [
    ...inArea('training.area', trainingScreens),
    ...inArea('assessment.area', assessmentScreens),
  ],
};
