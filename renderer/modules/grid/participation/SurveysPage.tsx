import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useMay } from '#renderer/app/session.ts';
import { useResumedDraft } from '#renderer/components/form/resumed-draft.ts';
import { ledgerSource, type LedgerColumn, type LedgerFilter, type SortOrder } from '#renderer/components/ledger/ledger-list.ts';
import { useGoTo } from '#renderer/components/link/use-go-to.ts';
import { DayText } from '#renderer/components/time/DayText.tsx';
import { surveyFilterSchema, surveyKinds, type SurveyFilter, type SurveyRow } from '#shared/modules/grid/participation/survey.schema.ts';
import { surveyPlace } from '../places.ts';
import { listFilter } from '#renderer/components/ledger/filter-editors.tsx';
import { ListScreen } from '../typed/ListScreen.tsx';
import { useFigures } from '../typed/use-figures.ts';
import { SurveyDrawer } from './SurveyDrawers.tsx';

type SortField = 'opensOn' | 'title';
const NEWEST = { field: 'opensOn', direction: 'desc' } as const;
const EXPORT = { list: 'grid.surveys', query: (filter: SurveyFilter, sort: SortOrder<SortField>) => ({ filter, sort }) };
const source = (filter: SurveyFilter) =>
  ledgerSource({
    rows: (window: { offset: number; limit: number; sort: SortOrder<SortField> }) => api.grid.listSurveys({ filter, ...window }),
    rowsIn: (rows) => rows,
    count: api.grid.countSurveys({ filter }),
    countIn: ({ count }) => count,
  });

function useColumns(): readonly LedgerColumn<SurveyRow, SortField>[] {
  const { formatMessage } = useIntl();
  const { share, mean } = useFigures();
  return useMemo(() => {
    const title = (field: 'title' | 'kind' | 'opensOn' | 'closesOn' | 'answers' | 'meanScore' | 'knowsGrid' | 'knowsMember') => formatMessage({ id: `survey.field.${field}` });
    return [
      { id: 'title', title: title('title'), width: 260, leading: true, sort: 'title', text: (row) => row.title },
      { id: 'kind', title: title('kind'), width: 130, text: (row) => formatMessage({ id: `surveys.kind.${row.kind}` }) },
      { id: 'opensOn', title: title('opensOn'), width: 130, sort: 'opensOn', text: (row) => row.opensOn, cell: (row) => <DayText day={row.opensOn} /> },
      { id: 'closesOn', title: title('closesOn'), width: 130, text: (row) => row.closesOn ?? '', cell: (row) => (row.closesOn === null ? '' : <DayText day={row.closesOn} />) },
      { id: 'answers', title: title('answers'), width: 80, figures: true, text: (row) => String(row.answers) },
      { id: 'meanScore', title: title('meanScore'), width: 90, figures: true, text: (row) => mean(row.meanScore) },
      { id: 'knowsGridShare', title: title('knowsGrid'), width: 110, figures: true, text: (row) => share(row.knowsGrid.yes, row.knowsGrid.asked) },
      { id: 'knowsMemberShare', title: title('knowsMember'), width: 110, figures: true, text: (row) => share(row.knowsMember.yes, row.knowsMember.asked) },
    ];
  }, [formatMessage, share, mean]);
}

/** Awareness and trust once in a half-year, satisfaction after a proposal; no answer bears a name. */
export default function SurveysPage() {
  const { formatMessage, formatNumber } = useIntl();
  const mayEdit = useMay()('participation.edit');
  const goTo = useGoTo();
  const columns = useColumns();
  const filters = useMemo<readonly LedgerFilter<SurveyFilter>[]>(() => [listFilter({ id: 'kind', label: formatMessage({ id: 'survey.field.kind' }), options: surveyKinds.map((value) => ({ value, label: formatMessage({ id: `surveys.kind.${value}` }) })), values: surveyKinds, of: (filter: SurveyFilter) => filter.kinds, put: (filter, kinds) => ({ ...filter, kinds }) })], [formatMessage]);
  const all = useQuery(api.grid.countSurveys({}));
  const [isNew, setNew] = useState(false);
  useResumedDraft('survey', (id) => id === null && setNew(true));
  return (
    <ListScreen
      words="surveys"
      id="grid.surveys"
      figure={all.data && formatMessage({ id: 'surveys.figure' }, { count: formatNumber(all.data.count) })}
      columns={columns}
      source={source}
      filterSchema={surveyFilterSchema}
      filters={filters}
      sort={NEWEST}
      nameOf={({ title }) => title}
      onOpen={({ id }) => goTo(surveyPlace(id))}
      onNew={mayEdit && !isNew ? () => setNew(true) : null}
      exportAs={EXPORT}
    >
      {isNew && <SurveyDrawer survey={null} onClosed={() => setNew(false)} />}
    </ListScreen>
  );
}
