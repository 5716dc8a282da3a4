import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { useCodes } from '#renderer/components/codes/use-codes.ts';
import { Facts } from '#renderer/components/facts/Facts.tsx';
import { PlaceLink } from '#renderer/components/link/PlaceLink.tsx';
import { RevealableValue } from '#renderer/components/reveal/RevealableValue.tsx';
import { DayText } from '#renderer/components/time/DayText.tsx';
import { InstantText } from '#renderer/components/time/InstantText.tsx';
import { messageId } from '#renderer/i18n/messages.ts';
import type { MatterSheet } from '#shared/modules/grid/matters/matter.schema.ts';
import { buildingPlace, dwellingPlace, gridPlace, personPlace } from '../../places.ts';
import { matterPlace, unitWords } from '../matter-words.ts';

const FEN_IN_YUAN = 100;

/** What was taken down, what was promised, how it ended. */
export function MatterFacts({ matter }: { readonly matter: MatterSheet }) {
  const intl = useIntl();
  const { formatMessage, formatNumber } = intl;
  const { labelOf: kindOf } = useCodes('matter-kind');
  const { labelOf: channelOf } = useCodes('matter-channel');
  const fact = (id: string, value: ReactNode) => ({ id, label: formatMessage({ id: messageId(`matters.field.${id}`) }), value });
  const day = (value: string | null): ReactNode => value !== null && <DayText day={value} />;
  const link = (to: string | null, words: string): ReactNode => (to === null || words === '' ? words : <PlaceLink to={to} inherit>{words}</PlaceLink>);
  const placeTo = matter.dwellingId !== null ? dwellingPlace(matter.dwellingId) : matter.buildingId !== null ? buildingPlace(matter.buildingId) : null;
  const times = [
    ['extraDays', matter.extraDays], ['urges', matter.urges], ['returns', matter.returns], ['reworks', matter.reworks], ['reopens', matter.reopens],
  ].filter(([, count]) => count !== 0).map(([id, count]) => fact(String(id), formatNumber(Number(count))));
  return (
    <Facts
      columns={2}
      facts={[
        fact('kind', kindOf(matter.kind)),
        fact('channel', channelOf(matter.channel)),
        fact('place', link(placeTo, matter.place)),
        fact('gridName', link(matter.gridId === null ? null : gridPlace(matter.gridId), matter.gridName)),
        fact('partyName', link(matter.personId === null ? null : personPlace(matter.personId), matter.partyName)),
        fact('partyPhone', matter.partyPhoneMasked === '' ? '' : <RevealableValue key={matter.id} value={{ table: 'matter', id: matter.id, field: 'phone' }} permission="matters.edit" label={formatMessage({ id: 'matters.field.partyPhone' })} masked={matter.partyPhoneMasked} />),
        fact('level', formatMessage({ id: `matters.level.${matter.level}` })),
        fact('originUnit', unitWords(intl, matter.originUnit)),
        fact('reportedAt', matter.reportedAt !== null && <InstantText at={matter.reportedAt} />),
        fact('reportedByName', matter.reportedByName),
        fact('promisedOn', <>{day(matter.promisedOn)}{matter.promisedFirst !== matter.promisedOn && matter.promisedFirst !== null && ` ${formatMessage({ id: 'matters.promised-first' }, { day: matter.promisedFirst })}`}</>),
        fact('dueOn', <>{day(matter.dueOn)}{matter.isEstimate && ` ${formatMessage({ id: 'matters.estimate' })}`}</>),
        ...(matter.suspendedUntil === null ? [] : [fact('suspendedUntil', day(matter.suspendedUntil))]),
        ...(matter.occurredOn === null ? [] : [fact('occurredOn', day(matter.occurredOn))]),
        ...(matter.peopleCount === null ? [] : [fact('peopleCount', formatNumber(matter.peopleCount))]),
        ...(matter.amountFen === null ? [] : [fact('amountFen', `¥${formatNumber(matter.amountFen / FEN_IN_YUAN, { minimumFractionDigits: 2 })}`)]),
        ...times,
        fact('content', matter.content),
        ...(matter.result === '' ? [] : [fact('result', matter.result)]),
        ...(matter.endedOn === null ? [] : [fact('endedOn', day(matter.endedOn))]),
        ...(matter.rating === null ? [] : [fact('rating', [formatMessage({ id: messageId(`matters.rating.${matter.rating}`) }), matter.ratingText].filter(Boolean).join(' · '))]),
        ...(matter.mergedInto === null ? [] : [fact('mergedInto', link(matterPlace(matter.mergedInto.id), matter.mergedInto.number))]),
      ]}
    />
  );
}
