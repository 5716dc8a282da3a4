import { useParams } from '@tanstack/react-router';
import { z } from 'zod';

const paramsSchema = z.object({ id: z.string().default(''), item: z.string().default('') });

/** The sheet or plan in the address, and the line where there is one. */
export const usePlaceParams = (): { readonly id: string; readonly item: string } => paramsSchema.parse(useParams({ strict: false }));
