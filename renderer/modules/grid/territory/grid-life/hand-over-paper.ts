import { useIntl } from 'react-intl';
import type { PaperBlock } from '#renderer/components/paper/paper-lines.ts';
import type { Paper } from '#renderer/components/paper/PaperPreview.tsx';
import type { GridEvent, Taking } from '#shared/modules/grid/territory/grid-life/grid-life.schema.ts';
import { useEventWords, usePlaceWords } from './use-event-words.ts';

/** The hand-over sheet of an event: who gives, who takes, how many, which places, and lines to sign. */
export function useHandOverPaper(): (event: GridEvent) => Paper {
  const { formatMessage, formatNumber } = useIntl();
  const eventWords = useEventWords();
  const placeWords = usePlaceWords();
  const label = (id: 'code' | 'grid' | 'member' | 'phone' | 'dwellings' | 'households' | 'persons' | 'place' | 'happenedOn' | 'reason' | 'what') => formatMessage({ id: `grid-life.field.${id}` });
  const figures = (party: Taking): string[] => [party.dwellings, party.households, party.persons].map((figure) => formatNumber(figure));
  const parties = (event: GridEvent): PaperBlock[] => [
    {
      kind: 'table',
      heading: formatMessage({ id: 'grid-life.gives' }),
      columns: [{ title: label('grid'), width: 4 }, { title: label('code'), width: 4 }, { title: label('member'), width: 3 }, { title: label('phone'), width: 3 }],
      rows: event.gives.map(({ name, code, memberName, memberPhone }) => [name, code, memberName, memberPhone]),
    },
    {
      kind: 'table',
      heading: formatMessage({ id: 'grid-life.takes' }),
      columns: [
        { title: label('grid'), width: 4 }, { title: label('code'), width: 4 }, { title: label('member'), width: 3 }, { title: label('phone'), width: 3 },
        { title: label('dwellings'), width: 2.5, figures: true }, { title: label('households'), width: 2.5, figures: true }, { title: label('persons'), width: 2, figures: true },
      ],
      rows: event.takes.map((party) => [party.name, party.code, party.memberName, party.memberPhone, ...figures(party)]),
    },
  ];
  const placesOf = (party: Taking): PaperBlock[] =>
    party.places.length === 0
      ? []
      : [
          {
            kind: 'table',
            heading: formatMessage({ id: 'grid-life.places-of' }, { name: party.name }),
            columns: [{ title: label('place'), width: 8 }, { title: label('dwellings'), width: 2, figures: true }, { title: label('households'), width: 2, figures: true }, { title: label('persons'), width: 2, figures: true }],
            rows: party.places.map((place) => [placeWords(place), ...[place.dwellings, place.households, place.persons].map((figure) => formatNumber(figure))]),
          },
        ];
  return (event) => ({
    title: formatMessage({ id: 'grid-life.hand-over-title' }, { name: (event.gives[0] ?? event.takes[0])?.name ?? '' }),
    entity: 'grid_event',
    entityId: event.id,
    rows: event.takes.reduce((sum, { places }) => sum + places.length, 0),
    asksReason: false,
    startsLandscape: false,
    blocks: [
      { kind: 'facts', heading: '', facts: [{ label: label('what'), value: eventWords(event) }, { label: label('happenedOn'), value: event.happenedOn }, { label: label('reason'), value: event.reason }] },
      ...parties(event),
      ...event.takes.flatMap(placesOf),
      { kind: 'text', heading: '', lines: (['gives', 'takes', 'witness'] as const).map((who) => formatMessage({ id: `grid-life.sign.${who}` })) },
    ],
  });
}
