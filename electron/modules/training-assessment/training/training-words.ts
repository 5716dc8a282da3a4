import type { ClassState } from '#shared/modules/training-assessment/training/class.schema.ts';
import type { NeedDraft, NeedState } from '#shared/modules/training-assessment/training/need.schema.ts';
import type { ResultKind } from '#shared/modules/training-assessment/training/result.rules.ts';

/** Words of an exported workbook, which is always Chinese like the code tables in it. */
export const needWords: Readonly<Record<NeedDraft['kind'], string>> = { 'low-indicator': '指标偏低', 'new-post': '新上岗', 'new-law': '新法规', 'own-request': '本人申请' };
export const stateWords: Readonly<Record<NeedState | ClassState | 'enrolled' | 'withdrawn', string>> = { open: '待安排', planned: '已安排', met: '已满足', dropped: '不安排', running: '进行中', finished: '已结业', cancelled: '已取消', enrolled: '在班', withdrawn: '已退出' };
export const resultWords: Readonly<Record<ResultKind, string>> = { passed: '合格', 'failed-attendance': '出勤不足', 'failed-exam': '考试不合格' };
