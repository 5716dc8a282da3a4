import { mutationOptions } from '@tanstack/react-query';
import { bridge } from '#renderer/api/index.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { DuplicatePair } from '#shared/modules/grid/register/duplicates/duplicates.contract.ts';

export type Finding = { readonly persons: number; readonly found: number; readonly pairs: readonly DuplicatePair[] };

/** The comparison as a task with a call id, so that it can tell how far it is and be stopped; asked for, never cached. */
export const findDuplicates = (callId?: string) =>
  mutationOptions<Finding, AppError, Record<string, never>>({
    mutationKey: ['grid', 'findDuplicates'],
    gcTime: 0,
    mutationFn: async (input) => {
      const result = await bridge.call('grid.findDuplicates', input, callId);
      if (!result.ok) throw new AppError(result.error);
      return result.data as Finding; // parsed by the dispatcher with the report's schema
    },
  });
