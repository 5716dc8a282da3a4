import { useIntl } from 'react-intl';
import type { Paper } from '#renderer/components/paper/PaperPreview.tsx';
import type { RefusalRow } from '#shared/modules/grid/admission/burden.schema.ts';

/** The slip that goes back with whoever brought the task: what, why not, where it belongs, and that nothing may be assessed on it. */
export function useSlip(): (refusal: RefusalRow) => Paper {
  const { formatMessage } = useIntl();
  return (row) => {
    const fact = (field: 'no' | 'refusedOn' | 'bodyName' | 'broughtBy' | 'title' | 'reason' | 'rightOffice' | 'refusedBy', value: string) => ({ label: formatMessage({ id: `door_refusal.field.${field}` }), value });
    return {
      title: formatMessage({ id: 'refusals.slip' }),
      entity: 'door_refusal',
      entityId: row.id,
      rows: 1,
      asksReason: false,
      startsLandscape: false,
      blocks: [
        { kind: 'facts', heading: '', facts: [fact('no', row.no), fact('refusedOn', row.refusedOn), fact('bodyName', row.bodyName), fact('broughtBy', row.broughtBy), fact('title', row.title), fact('reason', row.reason), fact('rightOffice', row.rightOffice), fact('refusedBy', row.refusedBy)] },
        { kind: 'text', heading: '', lines: [row.content, formatMessage({ id: 'refusals.slip-rule' }), formatMessage({ id: 'refusals.slip-way' })].filter((line) => line !== '') },
        { kind: 'facts', heading: '', facts: [{ label: formatMessage({ id: 'refusals.slip-seal' }), value: '' }, { label: formatMessage({ id: 'refusals.slip-received' }), value: '' }] },
      ],
    };
  };
}
