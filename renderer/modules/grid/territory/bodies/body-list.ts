import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import type { LedgerColumn, LedgerFilter } from '#renderer/components/ledger/ledger-list.ts';
import { instantWords } from '#renderer/components/time/instant-words.ts';
import { agreementStates, bodyKinds, type Body, type BodyFilter } from '#shared/modules/grid/territory/bodies/body.schema.ts';
import { flagFilter, listFilter } from '#renderer/components/ledger/filter-editors.tsx';
import { useGridOptions } from '../use-grid-options.ts';

export type BodySort = 'name' | 'agreementUntil' | 'updatedAt';

/** The columns of the list of organisations; each id is also the field of its export. */
export function useBodyColumns(): readonly LedgerColumn<Body, BodySort>[] {
  const { formatMessage } = useIntl();
  return useMemo(() => {
    const title = (field: 'name' | 'kind' | 'contact' | 'contactPhone' | 'duty' | 'gridNames' | 'agreementNo' | 'agreementUntil' | 'agreement' | 'address' | 'updatedAt') => formatMessage({ id: `body.field.${field}` });
    return [
      { id: 'name', title: title('name'), width: 220, leading: true, sort: 'name', text: (row) => row.name },
      { id: 'kind', title: title('kind'), width: 130, text: (row) => formatMessage({ id: `bodies.kind.${row.kind}` }) },
      { id: 'contact', title: title('contact'), width: 90, text: (row) => row.contact },
      { id: 'contactPhone', title: title('contactPhone'), width: 130, text: (row) => row.contactPhone },
      { id: 'agreement', title: title('agreement'), width: 100, text: (row) => formatMessage({ id: `bodies.agreement.${row.agreement}` }) },
      { id: 'agreementUntil', title: title('agreementUntil'), width: 110, sort: 'agreementUntil', text: (row) => row.agreementUntil ?? '' },
      { id: 'gridNames', title: title('gridNames'), width: 200, text: (row) => row.gridNames.join('、') },
      { id: 'duty', title: title('duty'), width: 240, text: (row) => row.duty },
      { id: 'agreementNo', title: title('agreementNo'), width: 130, text: (row) => row.agreementNo },
      { id: 'address', title: title('address'), width: 220, hiddenAtFirst: true, text: (row) => row.address },
      { id: 'updatedAt', title: title('updatedAt'), width: 120, hiddenAtFirst: true, sort: 'updatedAt', text: (row) => instantWords(row.updatedAt) },
    ];
  }, [formatMessage]);
}

export function useBodyFilters(): readonly LedgerFilter<BodyFilter>[] {
  const { formatMessage } = useIntl();
  const grids = useGridOptions();
  return useMemo(() => {
    const kinds = bodyKinds.map((value) => ({ value, label: formatMessage({ id: `bodies.kind.${value}` }) }));
    const states = agreementStates.map((value) => ({ value, label: formatMessage({ id: `bodies.agreement.${value}` }) }));
    return [
      listFilter({ id: 'kind', label: formatMessage({ id: 'body.field.kind' }), options: kinds, values: bodyKinds, of: (filter: BodyFilter) => filter.kinds, put: (filter, next) => ({ ...filter, kinds: next }) }),
      listFilter({ id: 'grid', label: formatMessage({ id: 'body.field.gridNames' }), options: grids, values: null, of: (filter: BodyFilter) => filter.gridIds, put: (filter, gridIds) => ({ ...filter, gridIds }) }),
      listFilter({ id: 'agreement', label: formatMessage({ id: 'body.field.agreement' }), options: states, values: agreementStates, of: (filter: BodyFilter) => filter.agreements, put: (filter, next) => ({ ...filter, agreements: next }) }),
      flagFilter({ id: 'with-ended', label: formatMessage({ id: 'bodies.filter.with-ended' }), yes: formatMessage({ id: 'common.yes' }), of: (filter: BodyFilter) => filter.withEnded, put: (filter, withEnded) => ({ ...filter, withEnded }) }),
    ];
  }, [formatMessage, grids]);
}
