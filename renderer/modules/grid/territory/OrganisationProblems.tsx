import { Checkbox, Stack, Text } from '@mantine/core';
import { useMemo } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { z } from 'zod';
import { api } from '#renderer/api/index.ts';
import { ledgerSource, type LedgerColumn, type LedgerFilter } from '#renderer/components/ledger/ledger-list.ts';
import { LedgerTable } from '#renderer/components/ledger/LedgerTable.tsx';
import { organisationProblems, type organisationPathSchema } from '#shared/modules/grid/territory/organisation.schema.ts';

type Node = z.output<typeof organisationPathSchema>;

const filterSchema = z.strictObject({ problem: z.enum(organisationProblems).nullable().default(null) });
type Filter = z.output<typeof filterSchema>;
type Sort = 'code';

const BY_CODE = { field: 'code', direction: 'asc' } as const;
const queryOf = ({ problem }: Filter) => (problem === null ? {} : { problem });

const source = (filter: Filter) =>
  ledgerSource({
    rows: ({ offset, limit }: { offset: number; limit: number; sort: { field: Sort; direction: 'asc' | 'desc' } }) => api.grid.listOrganisationProblems({ ...queryOf(filter), offset, limit }),
    rowsIn: ({ rows }) => rows,
    count: api.grid.listOrganisationProblems({ ...queryOf(filter), limit: 1 }),
    countIn: ({ count }) => count,
  });

/** The nodes whose code or name is odd. They are kept as the file gave them; here they can be found and looked into. */
export function OrganisationProblems({ onSelect }: { readonly onSelect: (id: string) => void }) {
  const { formatMessage } = useIntl();
  const columns = useMemo(
    (): readonly LedgerColumn<Node, Sort>[] => [
      { id: 'name', title: formatMessage({ id: 'territory.field.organisation' }), width: 220, leading: true, text: (row) => row.name },
      { id: 'code', title: formatMessage({ id: 'territory.field.code' }), width: 150, text: (row) => row.code },
      { id: 'problem', title: formatMessage({ id: 'territory.field.problem' }), width: 200, text: (row) => (row.problem ? formatMessage({ id: `territory.problem.${row.problem}` }) : '') },
      { id: 'level', title: formatMessage({ id: 'territory.field.level' }), width: 100, text: (row) => formatMessage({ id: `territory.level.${row.level}` }) },
      { id: 'path', title: formatMessage({ id: 'territory.field.path' }), width: 360, text: (row) => row.path.join(' › ') },
    ],
    [formatMessage],
  );
  const filters = useMemo((): readonly LedgerFilter<Filter>[] => {
    const label = formatMessage({ id: 'territory.field.problem' });
    return [
      {
        id: 'problem',
        label,
        describe: ({ problem }) => (problem === null ? null : formatMessage({ id: `territory.problem.${problem}` })),
        without: () => ({ problem: null }),
        editor: (filter, change) => (
          <Stack gap={8} role="group" aria-label={label}>
            {organisationProblems.map((problem) => (
              <Checkbox key={problem} size="sm" checked={filter.problem === problem} label={formatMessage({ id: `territory.problem.${problem}` })} onChange={(event) => change({ problem: event.currentTarget.checked ? problem : null })} />
            ))}
          </Stack>
        ),
      },
    ];
  }, [formatMessage]);
  return (
    <LedgerTable
      id="grid.organisation-problems"
      label={formatMessage({ id: 'territory.problems' })}
      columns={columns}
      source={source}
      filterSchema={filterSchema}
      filters={filters}
      sort={BY_CODE}
      nameOf={({ name }) => name}
      onOpen={({ id }) => onSelect(id)}
      empty={<Text size="sm"><FormattedMessage id="territory.problems-empty" /></Text>}
    />
  );
}
