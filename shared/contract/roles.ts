/** Who sits at the desk (product.md). An account holds one or more; `auditor` is never combined with another. */
export const roles = ['clerk', 'supervisor', 'trainer', 'finance', 'administrator', 'auditor'] as const;
export type Role = (typeof roles)[number];

/** A module's permissions, each with the roles that hold it. What is not listed is denied. */
export type PermissionTable = Readonly<Record<string, readonly Role[]>>;
