import { z } from 'zod';
import { operationsFor } from '#shared/contract/define.ts';
import { countSchema, idInput, sortBy, windowShape } from '#shared/contract/list.ts';
import { personCategories } from '../person.schema.ts';
import { registerPermissions } from '../register.contract.ts';

const { query, report } = operationsFor(registerPermissions);

/** How whole records are: nothing missing, a little, much. */
export const bands = ['full', 'most', 'half', 'little'] as const;
export type Band = (typeof bands)[number];
/** Lowest score of each band; the next better one begins where it ends. */
export const bandFloors: Readonly<Record<Band, number>> = { full: 100, most: 80, half: 50, little: 0 };

const missingSchema = z.array(z.strictObject({ of: z.enum(['person', 'block']), field: z.string(), weight: z.int(), source: z.string() }));

export const completenessFilterSchema = z.strictObject({
  gridIds: z.array(z.uuid()).max(2000).default([]),
  withoutGrid: z.boolean().default(false),
  categories: z.array(z.enum(personCategories)).default([]),
  bands: z.array(z.enum(bands)).default([]),
});
export type CompletenessFilter = z.infer<typeof completenessFilterSchema>;
export const completenessRowSchema = z.strictObject({ id: z.string(), name: z.string(), category: z.enum(personCategories), gridName: z.string(), presentAddress: z.string(), score: z.int(), missing: missingSchema });
export type CompletenessRow = z.infer<typeof completenessRowSchema>;
const filter = completenessFilterSchema.default(completenessFilterSchema.parse({}));

export const completenessOperations = {
  getCompleteness: query({ permission: 'register.read', input: idInput, output: z.strictObject({ score: z.int(), missing: missingSchema }) }),
  listCompleteness: query({ permission: 'register.read', input: z.strictObject({ filter, sort: sortBy(['score', 'name'], 'score'), ...windowShape }), output: z.array(completenessRowSchema) }),
  countCompleteness: query({ permission: 'register.read', input: z.strictObject({ filter }), output: countSchema }),
  /** Records by grid and band, with the mean score of the grid. */
  summariseCompleteness: report({
    permission: 'register.read',
    input: z.strictObject({ communityIds: z.array(z.uuid()).max(200).default([]) }),
    output: z.array(z.strictObject({ gridId: z.string().nullable(), gridName: z.string(), score: z.number(), full: z.int(), most: z.int(), half: z.int(), little: z.int() })),
  }),
};
