import { useIntl } from 'react-intl';
import type { Paper } from '#renderer/components/paper/PaperPreview.tsx';
import type { MeetingRow } from '#shared/modules/grid/command-board/command-board.schema.ts';
import { stateWords, unitWords } from '../matters/matter-words.ts';

/** The minutes on paper: the one unit that leads stands before everything else. */
export function useMeetingPaper(): (meeting: MeetingRow) => Paper {
  const intl = useIntl();
  const { formatMessage } = intl;
  return (meeting) => {
    const fact = (field: 'no' | 'heldOn' | 'place' | 'recordedBy' | 'others', value: string) => ({ label: formatMessage({ id: `meetings.field.${field}` }), value });
    return {
      title: formatMessage({ id: 'meetings.paper-title' }),
      entity: 'joint_meeting',
      entityId: meeting.id,
      rows: meeting.matters.length,
      asksReason: false,
      startsLandscape: false,
      blocks: [
        { kind: 'large', heading: '', rows: [{ label: formatMessage({ id: 'meetings.field.lead' }), value: unitWords(intl, meeting.lead) }] },
        { kind: 'facts', heading: '', facts: [fact('no', meeting.no), fact('heldOn', meeting.heldOn), fact('place', meeting.place), fact('recordedBy', meeting.recordedBy), fact('others', meeting.others.map((unit) => unitWords(intl, unit)).join('、'))] },
        { kind: 'text', heading: formatMessage({ id: 'meetings.field.present' }), lines: [meeting.present.join('、')] },
        { kind: 'text', heading: formatMessage({ id: 'meetings.field.minutes' }), lines: meeting.minutes.split('\n') },
        { kind: 'table', heading: formatMessage({ id: 'meetings.field.matters' }), columns: [{ title: formatMessage({ id: 'meetings.matter-number' }), width: 2 }, { title: formatMessage({ id: 'meetings.matter-subject' }), width: 5 }, { title: formatMessage({ id: 'meetings.matter-state' }), width: 2 }], rows: meeting.matters.map(({ number, subject, state }) => [number, subject, stateWords(intl, state)]) },
      ],
    };
  };
}
