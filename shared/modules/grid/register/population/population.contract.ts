import { z } from 'zod';
import { operationsFor } from '#shared/contract/define.ts';
import { dayText } from '#shared/contract/list.ts';
import { registerPermissions } from '../register.contract.ts';
import { populationFigures } from './population.rules.ts';

const { report } = operationsFor(registerPermissions);
const figures = z.strictObject(Object.fromEntries(populationFigures.map((figure) => [figure, z.int()])) as { [F in (typeof populationFigures)[number]]: z.ZodInt }); // one a figure
export const populationRowSchema = z.strictObject({ gridId: z.uuid().nullable(), gridName: z.string(), figures });
export type PopulationRow = z.infer<typeof populationRowSchema>;

export const populationOperations = {
  /** 人口情况表 (domain.md 7): the register as it stood at the end of a day, grid by grid, and what changed in its month. */
  summarisePopulation: report({ permission: 'register.read', input: z.strictObject({ on: dayText }), output: z.array(populationRowSchema) }),
};
