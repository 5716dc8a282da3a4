import { useParams } from '@tanstack/react-router';
import { z } from 'zod';

const paramsSchema = z.object({ id: z.string() });

/** The id in the address of a sheet of this area. */
export const useTrainingId = (): string => paramsSchema.parse(useParams({ strict: false })).id;
