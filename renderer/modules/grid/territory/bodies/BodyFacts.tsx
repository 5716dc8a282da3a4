import { useIntl } from 'react-intl';
import { Facts } from '#renderer/components/facts/Facts.tsx';
import { PlaceLink } from '#renderer/components/link/PlaceLink.tsx';
import type { Body } from '#shared/modules/grid/territory/bodies/body.schema.ts';
import { gridPlace } from '../../places.ts';
import { useGridOptions } from '../use-grid-options.ts';

type BodyFactId = 'kind' | 'contact' | 'contactPhone' | 'address' | 'duty' | 'agreementNo' | 'agreementFrom' | 'agreementUntil' | 'agreement' | 'note';

/** What is known of an organisation in words, on screen and on paper. */
export function useBodyFacts(): (body: Body) => readonly { readonly id: BodyFactId; readonly label: string; readonly value: string }[] {
  const { formatMessage } = useIntl();
  return (body) => {
    const fact = (id: BodyFactId, value: string) => ({ id, label: formatMessage({ id: `body.field.${id}` }), value });
    return [
      fact('kind', formatMessage({ id: `bodies.kind.${body.kind}` })),
      fact('contact', body.contact),
      fact('contactPhone', body.contactPhone),
      fact('address', body.address),
      fact('duty', body.duty),
      fact('agreementNo', body.agreementNo),
      fact('agreementFrom', body.agreementFrom ?? ''),
      fact('agreementUntil', body.agreementUntil ?? ''),
      fact('agreement', formatMessage({ id: `bodies.agreement.${body.agreement}` })),
      fact('note', body.note),
    ];
  };
}

/** An organisation's facts; its grids are a click away. */
export function BodyFacts({ body, columns = 1 }: { readonly body: Body; readonly columns?: 1 | 2 }) {
  const { formatMessage } = useIntl();
  const factsOf = useBodyFacts();
  const inUse = useGridOptions();
  const grids = inUse.filter(({ value }) => body.gridIds.includes(value));
  return (
    <Facts
      columns={columns}
      facts={[
        ...factsOf(body),
        { id: 'gridNames', label: formatMessage({ id: 'body.field.gridNames' }), value: grids.length === 0 ? body.gridNames.join('、') : grids.map(({ value, label }, at) => <span key={value}>{at > 0 && '、'}<PlaceLink to={gridPlace(value)} inherit>{label}</PlaceLink></span>) },
      ]}
    />
  );
}
