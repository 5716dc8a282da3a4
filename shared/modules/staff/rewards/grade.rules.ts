/** The grade one step up or down in the order of the station's table; at the ends it stays, and nobody without a grade gets one by a step down. */
export function gradeAfter(grade: string, step: number, order: readonly string[]): string {
  if (step === 0) return grade;
  const at = order.indexOf(grade);
  if (at < 0) return step > 0 ? (order[0] ?? grade) : grade;
  return order[Math.max(0, Math.min(order.length - 1, at + step))] ?? grade;
}
