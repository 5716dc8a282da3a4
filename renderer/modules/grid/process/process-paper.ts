import { useIntl } from 'react-intl';
import type { Paper } from '#renderer/components/paper/PaperPreview.tsx';
import { leftSteps } from '#shared/modules/grid/process/process.rules.ts';
import type { ProcessMapSheet } from '#shared/modules/grid/process/process.schema.ts';
import { addDays } from '#shared/kernel/calendar/working-days.rules.ts';
import { useDaysBoth, useDoer } from './process-words.ts';

/** The public sheet: the simpler way step by step, its time beside the time it took, what to bring, and from when it holds. No person's name stands on it. */
export function useProcessPaper(): (sheet: ProcessMapSheet) => Paper {
  const { formatMessage } = useIntl();
  const doerOf = useDoer();
  const daysOf = useDaysBoth();
  return ({ id, title, basis, state, inForceOn, endedOn, before, after, steps }) => {
    const left = leftSteps(steps);
    const bring = [...new Set(left.flatMap(({ documents }) => documents))];
    /** A step that stays is done by who does its first part today. */
    const doer = (place: number | undefined): string => {
      const step = steps[(place ?? 1) - 1];
      return step === undefined ? '' : doerOf(step);
    };
    const since = (): string => {
      if (inForceOn === null) return formatMessage({ id: 'process-map.paper.not-yet' });
      if (state === 'announced') return formatMessage({ id: 'process-map.paper.announced' }, { day: inForceOn });
      return endedOn === null ? inForceOn : formatMessage({ id: 'process-map.paper.span' }, { from: inForceOn, until: addDays(endedOn, -1) });
    };
    const words = (field: 'paper.place' | 'paper.days' | 'step.name' | 'step.who' | 'paper.bring') => formatMessage({ id: `process-map.${field}` });
    return {
      title: formatMessage({ id: 'process-map.paper-title' }, { title }),
      entity: 'process_map',
      entityId: id,
      rows: left.length,
      asksReason: false,
      startsLandscape: false,
      isPublic: true,
      blocks: [
        { kind: 'large', heading: '', rows: [{ label: formatMessage({ id: 'process-map.paper.total' }), value: daysOf({ days: after.days, daysBefore: before.days }) }] },
        { kind: 'facts', heading: '', facts: [{ label: formatMessage({ id: 'process-map.paper.since' }), value: since() }, { label: formatMessage({ id: 'process-map.field.basis' }), value: basis }] },
        {
          kind: 'table',
          heading: formatMessage({ id: 'process-map.paper.steps' }),
          columns: [{ title: words('paper.place'), width: 1, figures: true }, { title: words('step.name'), width: 5 }, { title: words('step.who'), width: 4 }, { title: words('paper.days'), width: 4 }, { title: words('paper.bring'), width: 5 }],
          rows: left.map((step, at) => [String(at + 1), step.name, doer(step.places[0]), daysOf(step), step.documents.join('、')]),
        },
        { kind: 'text', heading: words('paper.bring'), lines: bring.length === 0 ? [formatMessage({ id: 'process-map.paper.nothing' })] : bring.map((document, at) => `${at + 1}. ${document}`) },
      ],
    };
  };
}
