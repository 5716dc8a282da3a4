import { FormattedMessage } from 'react-intl';
import { localToday } from '#renderer/components/record-form/typed-day.ts';
import type { SessionRow } from '#shared/modules/training-assessment/training/class.schema.ts';

/** How far a session is; one that is over and whose attendance is not closed says so instead of being to come. */
export function SessionState({ session: { state, heldOn } }: { readonly session: Pick<SessionRow, 'state' | 'heldOn'> }) {
  return <FormattedMessage id={state === 'planned' && heldOn < localToday() ? 'training.session.state.unkept' : `training.session.state.${state}`} />;
}
