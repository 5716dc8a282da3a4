/**
 * Who may do what, written by hand from security.md 2.5 and not derived from the contract: a permission given to somebody by mistake
 * differs from these tables. A file an area; `module.*` stands for what an area does not name. What is open to
 * whoever is signed in, or before that, is named in the test; what stands nowhere is open to nobody.
 */
export type Allowed = Readonly<Record<string, string>>;
export const everyone = 'clerk supervisor trainer finance administrator auditor';
