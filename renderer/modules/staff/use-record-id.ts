import { useParams } from '@tanstack/react-router';
import { z } from 'zod';

const paramsSchema = z.object({ id: z.string() });

/** The id in the address of a record's sheet. */
export const useRecordId = (): string => paramsSchema.parse(useParams({ strict: false })).id;
