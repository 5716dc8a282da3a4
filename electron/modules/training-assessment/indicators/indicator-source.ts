import type { Work } from '#electron/database/unit-of-work.ts';
import type { Permission } from '#shared/contract/catalogue.ts';
import type { IndicatorCase, IndicatorMeasure, IndicatorQuestion, IndicatorSubject, IndicatorUnit } from '#shared/modules/training-assessment/indicator.schema.ts';

/**
 * A figure about work done, computed from records each time it is asked for. Name and definition are the locale keys `indicator.<id>.name` and
 * `indicator.<id>.definition`. Never: numbers of matters reported, log-ins, points, distance walked (domain.md 3.4).
 */
export type IndicatorSource = {
  readonly id: string;
  readonly unit: IndicatorUnit;
  /** Whether more is better; the effect of a class and a score are read by it. */
  readonly better: 'higher' | 'lower';
  readonly subjects: readonly IndicatorSubject[];
  /** Who may read the records behind it; others see what they counted, not whose they are. */
  readonly permission: Permission;
  /** A figure of training itself: it counts in an assessment and never as an effect of a class. */
  readonly isAboutTraining?: boolean;
  /** One line for each subject that has cases; a subject without any is left out. */
  measure(work: Work, question: IndicatorQuestion): IndicatorMeasure[];
  /** The records behind one subject's figure, oldest first, those left out with their exception. */
  cases(work: Work, question: Omit<IndicatorQuestion, 'ids'> & { readonly id: string; readonly offset: number; readonly limit: number }): IndicatorCase[];
};
