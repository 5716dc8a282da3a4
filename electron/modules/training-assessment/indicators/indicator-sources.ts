import type { IndicatorSource } from './indicator-source.ts';
import { newRecords } from './register-indicators.ts';
import { trainingExams, trainingHours } from './training-indicators.ts';
import { workIndicators } from './work-indicators.ts';

/** Every figure that assessment may weigh and a class may be looked at with; an area adds a line. */
export const indicatorSources: readonly IndicatorSource[] = [trainingHours, trainingExams, newRecords, ...workIndicators];
