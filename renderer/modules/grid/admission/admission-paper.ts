import { useIntl } from 'react-intl';
import type { Fact } from '#renderer/components/facts/Facts.tsx';
import type { Paper } from '#renderer/components/paper/PaperPreview.tsx';
import type { AdmissionSheet } from '#shared/modules/grid/admission/admission.schema.ts';
import { useFigures } from '../typed/use-figures.ts';

type FactId = 'isTemporary' | 'startsOn' | 'endsOn' | 'content' | 'legalBasis' | 'authority' | 'moneyFen' | 'moneyDueOn' | 'staff' | 'training' | 'exempt' | 'exemptReason' | 'listKind' | 'listItemTitle' | 'appliedOn' | 'decidedOn';
export type TextFact = Fact & { readonly value: string };

/** What the approval form says, in words. */
export function useAdmissionFacts(): (admission: AdmissionSheet) => readonly TextFact[] {
  const { formatMessage } = useIntl();
  const { yuan } = useFigures();
  return (row) => {
    const fact = (id: FactId, value: string): TextFact => ({ id, label: formatMessage({ id: id === 'isTemporary' ? 'admission.term' : `admission.field.${id}` }), value });
    return [
      fact('isTemporary', formatMessage({ id: row.isTemporary ? 'admission.temporary' : 'admission.long-term' })),
      fact('startsOn', row.startsOn),
      fact('endsOn', row.endsOn ?? ''),
      fact('content', row.content),
      fact('legalBasis', row.legalBasis),
      fact('authority', row.authority),
      fact('moneyFen', row.moneyFen === 0 ? '' : yuan(row.moneyFen)),
      fact('moneyDueOn', row.moneyDueOn ?? ''),
      fact('staff', row.staff),
      fact('training', row.training),
      fact('appliedOn', row.appliedOn ?? ''),
      fact('decidedOn', row.decidedOn ?? ''),
      fact('listKind', row.listKind === null ? '' : formatMessage({ id: `admission-lists.kind.${row.listKind}` })),
      fact('listItemTitle', row.listItemTitle),
      ...(row.exempt === 'none' ? [] : [fact('exempt', formatMessage({ id: `admission.exempt.${row.exempt}` })), fact('exemptReason', row.exemptReason)]),
    ];
  };
}

/** The approval form on paper, with the trail and a place for the seals. */
export function useAdmissionPaper(): (admission: AdmissionSheet) => Paper {
  const { formatMessage } = useIntl();
  const factsOf = useAdmissionFacts();
  return (row) => ({
    title: formatMessage({ id: 'admission.paper.title' }),
    entity: 'admission',
    entityId: row.id,
    rows: 1,
    asksReason: false,
    startsLandscape: false,
    blocks: [
      { kind: 'facts', heading: '', facts: [{ label: formatMessage({ id: 'admission.field.no' }), value: row.no }, { label: formatMessage({ id: 'admission.field.state' }), value: formatMessage({ id: `admission.state.${row.state}` }) }, { label: formatMessage({ id: 'admission.field.bodyName' }), value: row.bodyName }, { label: formatMessage({ id: 'admission.field.title' }), value: row.title }, ...factsOf(row)] },
      {
        kind: 'table',
        heading: formatMessage({ id: 'admission.section.trail' }),
        columns: [{ title: formatMessage({ id: 'admission.trail.on' }), width: 2 }, { title: formatMessage({ id: 'admission.trail.move' }), width: 2 }, { title: formatMessage({ id: 'admission.trail.by' }), width: 2 }, { title: formatMessage({ id: 'common.reason' }), width: 5 }],
        rows: row.steps.map((step) => [step.enteredOn, formatMessage({ id: `admission.moved.${step.move}` }), step.byName, step.reason]),
      },
      { kind: 'facts', heading: formatMessage({ id: 'admission.paper.opinions' }), facts: (['department', 'community', 'group'] as const).map((who) => ({ label: formatMessage({ id: `admission.paper.${who}` }), value: formatMessage({ id: 'admission.paper.seal' }) })) },
    ],
  });
}
