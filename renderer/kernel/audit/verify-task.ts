import { mutationOptions } from '@tanstack/react-query';
import { bridge } from '#renderer/api/index.ts';
import type { AuditVerdict } from '#shared/kernel/audit/audit.contract.ts';
import { AppError } from '#shared/errors/app-error.ts';

/**
 * The verification as a task with a call id, so that it can tell how far it is and be stopped. It is asked for, never cached: neither the
 * verdict of an earlier moment nor the typed key may stay behind.
 */
export const verifyTask = (callId?: string) =>
  mutationOptions<AuditVerdict, AppError, { auditKey?: string }>({
    mutationKey: ['audit', 'verifyAudit'],
    gcTime: 0,
    mutationFn: async (input) => {
      const result = await bridge.call('audit.verifyAudit', input, callId);
      if (!result.ok) throw new AppError(result.error);
      return result.data as AuditVerdict; // parsed by the dispatcher with the report's schema
    },
  });
