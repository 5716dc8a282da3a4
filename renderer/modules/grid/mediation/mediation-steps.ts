import { useIntl } from 'react-intl';
import type { WaitStep } from '#renderer/components/wait-strip/WaitStrip.tsx';
import { localToday } from '#renderer/components/record-form/typed-day.ts';
import type { MediationSheet } from '#shared/modules/grid/mediation/mediation.schema.ts';

const WAY = ['requested', 'sitting', 'agreed', 'signed', 'kept'] as const;
type StepId = (typeof WAY)[number];
/** Which step a case stands at; one that ended without an agreement stands at the sitting it did not leave. */
const STANDS_AT: Readonly<Record<MediationSheet['state'], StepId | null>> = { open: 'sitting', agreed: 'signed', 'in-force': 'kept', failed: 'sitting', withdrawn: 'sitting', closed: null };

/** The way of a case as a strip: requested, sat on, agreed, signed, kept. */
export function useMediationSteps(): (sheet: MediationSheet) => readonly WaitStep[] {
  const { formatMessage } = useIntl();
  return (sheet) => {
    const stands = STANDS_AT[sheet.state];
    const now = stands === null ? WAY.length : WAY.indexOf(stands);
    const sessions = sheet.steps.filter(({ kind }) => kind === 'session');
    const lastOf = (kind: 'session' | 'follow-up'): string | null => sheet.steps.findLast((step) => step.kind === kind)?.heldOn ?? null;
    const untilOf: Readonly<Record<StepId, string | null>> = { requested: sheet.appliedOn, sitting: sheet.agreedOn ?? lastOf('session'), agreed: sheet.agreedOn, signed: sheet.signedOn, kept: lastOf('follow-up') };
    const sinceOf: Readonly<Record<StepId, string | null>> = { requested: sheet.appliedOn, sitting: sheet.appliedOn, agreed: sheet.agreedOn, signed: sheet.agreedOn, kept: sheet.signedOn ?? sheet.agreedOn };
    const dueOf: Readonly<Partial<Record<StepId, string | null>>> = { sitting: sheet.nextSessionOn, kept: sheet.followUpOn };
    const hasEnded = sheet.state === 'failed' || sheet.state === 'withdrawn';
    return WAY.map((id, at): WaitStep => {
      const isNow = at === now && !hasEnded;
      const due = dueOf[id] ?? null;
      const isOral = id === 'signed' && sheet.form === 'oral';
      return {
        id,
        label: formatMessage({ id: `mediation.step.${id}` }, { count: sessions.length }),
        state: isOral ? 'skipped' : isNow ? 'now' : at < now ? 'done' : hasEnded && at > 0 ? 'skipped' : 'ahead',
        who: id === 'sitting' || id === 'kept' ? sheet.mediators.join('、') : null,
        since: isNow ? sinceOf[id] : null,
        until: at < now ? untilOf[id] : null,
        days: null,
        limit: null,
        clock: isNow && due !== null ? (due < localToday() ? 'overdue' : due === localToday() ? 'near' : 'calm') : 'calm',
      };
    });
  };
}
