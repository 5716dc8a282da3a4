import { gradeAfter } from './grade.rules.ts';

type Rule = { readonly id: string; readonly kind: 'reward' | 'penalty'; readonly form: string; readonly amountFen: number; readonly gradeStep: number; readonly postId: string | null; readonly level: string };
type Held = { readonly postId: string; readonly level: string };

/** Whether a rule speaks of somebody who holds these posts; a rule without post and level speaks of everybody (domain.md 2.5: a post's set of reward rules). */
export const isForPosts = ({ postId, level }: Pick<Rule, 'postId' | 'level'>, held: readonly Held[]): boolean =>
  (postId === null || held.some((one) => one.postId === postId)) && (level === '' || held.some((one) => one.level === level));

/** What a nomination under a rule asks for: the rule's kind, form and amount unless another amount was asked for, and the grade it leads to in the order of table `staff-grade`. */
export const askedFor = (rule: Rule, grade: string, order: readonly string[], amountFen: number | null) => ({
  ruleId: rule.id, kind: rule.kind, form: rule.form, amountFen: amountFen ?? rule.amountFen, gradeWas: grade, gradeBecomes: gradeAfter(grade, rule.gradeStep, order),
});
