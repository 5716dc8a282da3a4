import { useIntl } from 'react-intl';
import type { Paper } from '#renderer/components/paper/PaperPreview.tsx';
import { hoursText } from '#shared/modules/training-assessment/training/class.rules.ts';
import type { SessionSheet } from '#shared/modules/training-assessment/training/sheet.schema.ts';

/** The sign-in sheet of a session: who is expected, with room for a hand. Names and grids of staff only, no numbers. */
export function useSignInPaper({ session, lines }: SessionSheet): Paper {
  const { formatMessage, formatDate } = useIntl();
  const label = (field: 'classId' | 'heldOn' | 'place' | 'trainer' | 'hoursTenths' | 'form' | 'memberId' | 'gridName' | 'signature' | 'note') => formatMessage({ id: `training.field.${field}` });
  return {
    title: formatMessage({ id: 'training.paper.sign-in' }, { course: session.courseTitle }),
    entity: 'training_session',
    entityId: session.id,
    rows: lines.length,
    asksReason: false,
    startsLandscape: false,
    blocks: [
      {
        kind: 'facts',
        heading: '',
        facts: [
          { label: label('classId'), value: session.className },
          { label: label('heldOn'), value: `${formatDate(`${session.heldOn}T00:00:00Z`, { dateStyle: 'full', timeZone: 'UTC' })} ${session.startsAt}–${session.endsAt}` },
          { label: label('place'), value: session.place },
          { label: label('trainer'), value: session.trainer },
          { label: label('form'), value: formatMessage({ id: `training.session.form.${session.form}` }) },
          { label: label('hoursTenths'), value: hoursText(session.hoursTenths) },
        ],
      },
      {
        kind: 'table',
        heading: '',
        columns: [{ title: '#', width: 1 }, { title: label('memberId'), width: 3 }, { title: label('gridName'), width: 4 }, { title: label('signature'), width: 4 }, { title: label('note'), width: 3 }],
        rows: lines.map(({ name, gridName, mark, note }, at) => [String(at + 1), name, gridName, mark === null ? '' : formatMessage({ id: `training.mark.${mark}` }), note]),
      },
    ],
  };
}
