import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { Page } from '#renderer/components/page/Page.tsx';
import { QueryState } from '#renderer/components/QueryState.tsx';
import { CodeItems } from './CodeItems.tsx';
import { TableList } from './TableList.tsx';
import classes from './code-tables.module.css';

/** What may be chosen in the fields of the desk, and by which standard: tables at the left, their values at the right. */
export default function CodeTablesPage() {
  const { formatMessage } = useIntl();
  const tables = useQuery(api.codeTables.listTables({}));
  const [chosen, setChosen] = useState<string | null>(null);
  return (
    <Page title={formatMessage({ id: 'code-tables.title' })} wide>
      <QueryState query={tables}>
        {(rows) => {
          const table = rows.find((row) => row.table === chosen) ?? rows[0];
          return (
            table && (
              <div className={classes['desk']}>
                <TableList tables={rows} chosen={table.table} onChoose={setChosen} />
                <CodeItems key={table.table} table={table} />
              </div>
            )
          );
        }}
      </QueryState>
    </Page>
  );
}
