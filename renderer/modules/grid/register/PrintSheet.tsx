import { useQuery } from '@tanstack/react-query';
import { useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { PrintButton } from '#renderer/components/paper/PrintButton.tsx';
import type { HouseholdSheet } from '#shared/modules/grid/register/household.schema.ts';
import type { PersonSheet } from '#shared/modules/grid/register/person.schema.ts';
import { householdFacts } from './household-facts.ts';
import { useMembersTable } from './use-members-table.ts';
import { usePersonSections } from './use-person-sections.ts';

const A_SHEET = { rows: 1, asksReason: false, startsLandscape: false } as const;

/** A person's sheet on paper, with the household when there is one; numbers stay masked. */
export function PrintPerson({ person }: { readonly person: PersonSheet }) {
  const { formatMessage } = useIntl();
  const parts = usePersonSections(person);
  const membersTable = useMembersTable();
  const household = useQuery({ ...api.grid.getHousehold({ id: person.householdId ?? person.id }), enabled: person.householdId !== null });
  const facts = parts.map((part) => ({ kind: 'facts' as const, heading: formatMessage({ id: part.title }), facts: part.facts }));
  const members = household.data ? [membersTable(household.data.members)] : [];
  return <PrintButton paper={{ ...A_SHEET, title: formatMessage({ id: 'register.paper-person' }, { name: person.name }), entity: 'person', entityId: person.id, blocks: [...facts, ...members] }} />;
}

/** A household's sheet on paper, with its members. */
export function PrintHousehold({ household }: { readonly household: HouseholdSheet }) {
  const intl = useIntl();
  const membersTable = useMembersTable();
  const facts = householdFacts(intl, household).map(({ id, label, text }) => ({ id, label, value: text }));
  const title = intl.formatMessage({ id: 'register.paper-household' }, { registerNo: household.registerNo });
  return <PrintButton paper={{ ...A_SHEET, title, entity: 'household', entityId: household.id, blocks: [{ kind: 'facts', heading: '', facts }, membersTable(household.members)] }} />;
}
