import type { AuditVerdict } from '#shared/kernel/audit/audit.contract.ts';

export const verdictChecks = ['order', 'seals', 'anchor', 'changes', 'rows'] as const satisfies readonly (keyof AuditVerdict['checks'])[];
export type VerdictCheck = (typeof verdictChecks)[number];
export type CheckOutcome = { readonly check: VerdictCheck; readonly state: 'passed' | 'failed' | 'not-made'; readonly problems: number };

/** Which check found a problem. The state of the next key is compared with or without the printed key, so it belongs to the order then. */
function checkOf(kind: AuditVerdict['problems'][number]['kind'], withKey: boolean): VerdictCheck {
  switch (kind) {
    case 'gap':
      return 'order';
    case 'seal':
      return withKey ? 'seals' : 'order';
    case 'mac':
    case 'link':
      return 'seals';
    case 'anchor':
      return 'anchor';
    case 'changes':
      return 'changes';
    case 'row':
      return 'rows';
  }
}

/** Each check with what it found. A check that could not be made never counts as passed. */
export function outcomes({ checks, problems }: AuditVerdict): CheckOutcome[] {
  return verdictChecks.map((check) => {
    const found = problems.filter(({ kind }) => checkOf(kind, checks.seals) === check).length;
    return { check, problems: found, state: found > 0 ? 'failed' : checks[check] ? 'passed' : 'not-made' };
  });
}
