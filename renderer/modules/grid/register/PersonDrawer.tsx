import { useQuery } from '@tanstack/react-query';
import { useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { useGoTo } from '#renderer/components/link/use-go-to.ts';
import { RecordDrawer } from '#renderer/components/record-form/RecordDrawer.tsx';
import { useRecordForm } from '#renderer/components/record-form/use-record-form.ts';
import { messageId } from '#renderer/i18n/messages.ts';
import { personChangeSchema, personDraftSchema, type PersonSheet } from '#shared/modules/grid/register/person.schema.ts';
import { personPlace } from '../places.ts';
import { changeOf, draftOf, emptyPerson, nextPerson, personFieldOf, valuesOf, type PersonValues } from './person-values.ts';
import { PersonFields, type HomeNames } from './PersonFields.tsx';

const NO_HOME: HomeNames = { household: '', dwelling: '' };

type NewPersonProps = { /** What is known of the newcomer already, e.g. the household it was begun from. */ readonly start?: Partial<PersonValues>; readonly startNames?: HomeNames; readonly onClosed: () => void };

/** A new person; after saving the sheet opens. */
export function NewPersonDrawer({ start, startNames = NO_HOME, onClosed }: NewPersonProps) {
  const { formatMessage } = useIntl();
  const labelOf = useLabelOf();
  const goTo = useGoTo();
  const record = useRecordForm({
    draftKey: 'person/new',
    initialValues: { ...emptyPerson, ...start },
    inputOf: draftOf,
    schema: personDraftSchema,
    save: api.grid.createPerson(),
    fieldOf: personFieldOf,
    onSaved: ({ id }) => goTo(personPlace(id)),
    nextValues: (values) => nextPerson(values, start),
  });
  return (
    <RecordDrawer title={formatMessage({ id: 'register.person-new' })} record={record} labelOf={labelOf} onClosed={onClosed}>
      <PersonFields form={record.form} person={null} homes={startNames} />
    </RecordDrawer>
  );
}

/** Changes a person of whom only the id is at hand: the sheet is read first. */
export function EditPersonById({ id, onClosed }: { readonly id: string; readonly onClosed: () => void }) {
  const { data, error } = useQuery(api.grid.getPerson({ id }));
  if (!data) return <ErrorNote error={error} />;
  return <EditPersonDrawer person={data} onClosed={onClosed} />;
}

/** Changes a person; number and phone are empty and stay as stored unless typed anew. */
export function EditPersonDrawer({ person, onClosed }: { readonly person: PersonSheet; readonly onClosed: () => void }) {
  const { formatMessage } = useIntl();
  const labelOf = useLabelOf();
  const record = useRecordForm({
    draftKey: `person/${person.id}`,
    initialValues: valuesOf(person),
    inputOf: (values) => changeOf(person, values),
    schema: personChangeSchema,
    save: api.grid.updatePerson(),
    fieldOf: personFieldOf,
    onSaved: () => undefined,
  });
  return (
    <RecordDrawer title={formatMessage({ id: 'register.person-edit' }, { name: person.name })} record={record} labelOf={labelOf} onClosed={onClosed}>
      <PersonFields form={record.form} person={person} homes={{ household: person.registerNo, dwelling: person.dwellingAddress }} />
    </RecordDrawer>
  );
}

function useLabelOf(): (field: string) => string {
  const { formatMessage } = useIntl();
  return (field) => formatMessage({ id: messageId(`register.field.${field}`) });
}
