import { useState } from 'react';
import { useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { RecordDrawer } from '#renderer/components/record-form/RecordDrawer.tsx';
import { useRecordForm } from '#renderer/components/record-form/use-record-form.ts';
import { messageId } from '#renderer/i18n/messages.ts';
import { matterChangeSchema, matterDraftSchema, type MatterSheet } from '#shared/modules/grid/matters/matter.schema.ts';
import { MatterFields } from './MatterFields.tsx';
import { TakenNote } from './TakenNote.tsx';
import { changeOf, draftOf, emptyMatter, valuesOf, type MatterValues } from './matter-values.ts';

/** A form always says whether a point was picked. */
const PICKED = { lngMicro: true, latMicro: true } as const;
const useLabels = () => {
  const { formatMessage } = useIntl();
  return (field: string): string => formatMessage({ id: messageId(`matters.field.${field}`) });
};

/** Takes a matter in: everything from the keyboard, in the order in which people tell it. The number and the slip of the last one stay in sight while the next is typed. */
export function IntakeDrawer({ onTaken, onClosed }: { readonly onTaken: (matter: MatterSheet) => void; readonly onClosed: () => void }) {
  const { formatMessage } = useIntl();
  const labelOf = useLabels();
  const [taken, setTaken] = useState<MatterSheet | null>(null);
  const record = useRecordForm<MatterValues, ReturnType<typeof draftOf>, MatterSheet>({
    draftKey: 'matter/new', initialValues: emptyMatter, inputOf: draftOf, schema: matterDraftSchema.required(PICKED), save: api.grid.createMatter(), fieldOf: ({ code }) => (code === 'matter/not-begun' ? 'occurredOn' : null), onSaved: setTaken, onNext: setTaken,
    nextValues: ({ channel }) => ({ ...emptyMatter, channel }),
  });
  const close = () => {
    if (taken !== null) onTaken(taken);
    onClosed();
  };
  return (
    <RecordDrawer title={formatMessage({ id: 'matters.new' })} record={record} labelOf={labelOf} onClosed={close} size="46rem">
      {taken !== null && !record.isDone && <TakenNote key={taken.id} matter={taken} onClose={() => setTaken(null)} />}
      <MatterFields key={record.begun} record={record} exceptId={null} personName="" phoneHint="" isNew />
    </RecordDrawer>
  );
}

/** Corrects what was taken down, while the next level has not accepted it. */
export function EditMatterDrawer({ matter, onClosed }: { readonly matter: MatterSheet; readonly onClosed: () => void }) {
  const { formatMessage } = useIntl();
  const labelOf = useLabels();
  const record = useRecordForm<MatterValues, ReturnType<typeof changeOf>, MatterSheet>({
    draftKey: `matter/${matter.id}`, initialValues: valuesOf(matter), inputOf: (values) => changeOf(matter, values), schema: matterChangeSchema.required(PICKED), save: api.grid.updateMatter(), fieldOf: ({ code }) => (code === 'matter/not-begun' ? 'occurredOn' : null), onSaved: () => undefined,
  });
  return (
    <RecordDrawer title={formatMessage({ id: 'matters.edit' })} record={record} labelOf={labelOf} onClosed={onClosed} size="46rem">
      <MatterFields record={record} exceptId={matter.id} personName={matter.partyName} phoneHint={matter.partyPhoneMasked} isNew={false} />
    </RecordDrawer>
  );
}
