import { z } from 'zod';
import { roles } from '#shared/contract/roles.ts';

/** At least one role, refused like any other field that was left out: "not below 1" would say nothing to a person. */
export const chosenRoles = z.array(z.enum(roles)).superRefine((chosen, context) => {
  if (chosen.length === 0) context.addIssue({ code: 'invalid_type', expected: 'array' });
});
