import { Group, SimpleGrid, Text } from '@mantine/core';
import { useIntl } from 'react-intl';
import type { ReactNode } from 'react';
import { useCodes } from '#renderer/components/codes/use-codes.ts';
import { Facts } from '#renderer/components/facts/Facts.tsx';
import { PlaceLink } from '#renderer/components/link/PlaceLink.tsx';
import { DayText } from '#renderer/components/time/DayText.tsx';
import { Trace } from '#renderer/components/trace/Trace.tsx';
import { messageId } from '#renderer/i18n/messages.ts';
import type { RequestSheet } from '#shared/modules/budget/requests/request.schema.ts';
import { useYuan } from '../parts/yuan.ts';
import { entriesPlace } from '../places.ts';

export function RequestFacts({ request }: { readonly request: RequestSheet }) {
  const { formatMessage, formatNumber } = useIntl();
  const { labelOf } = useCodes('fund-use');
  const fact = (id: string, value: ReactNode) => ({ id, label: formatMessage({ id: messageId(`budget.field.${id}`) }), value });
  const closing = request.acceptedOn === null ? [] : [fact('acceptedOn', <DayText day={request.acceptedOn} />), fact('acceptedBy', request.acceptedBy)];
  const settled = request.settledOn === null ? [] : [fact('settledOn', <DayText day={request.settledOn} />), fact('done', request.performance.done), fact('goal', request.performance.goal), fact('satisfaction', request.performance.satisfaction === null ? '' : `${request.performance.satisfaction}%`)];
  const published = request.publishedFrom === null ? [] : [fact('publishedFrom', <><DayText day={request.publishedFrom} /> – <DayText day={request.publishedUntil} /></>), fact('publishedAt', request.publishedAt)];
  return (
    <Facts
      columns={2}
      facts={[
        fact('purpose', request.purpose), fact('useCode', labelOf(request.useCode)), fact('department', request.department), fact('gridName', request.gridName), fact('applicantName', request.applicantName), fact('beneficiaries', formatNumber(request.beneficiaries)),
        fact('neededOn', <DayText day={request.neededOn} />), fact('endsOn', <DayText day={request.endsOn} />), fact('agreedOn', <DayText day={request.agreedOn} />), fact('agreement', request.agreement),
        ...closing, ...settled, ...published,
      ]}
    />
  );
}

/** What is bound, paid and proved, each a sum of entries; the balance at hand unfolded. */
export function RequestMoney({ request }: { readonly request: RequestSheet }) {
  const { formatMessage } = useIntl();
  const yuan = useYuan();
  const label = (id: string) => formatMessage({ id: messageId(`budget.money.${id}`) });
  const entries = entriesPlace({ requestId: request.id });
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="lg">
      <Facts
        facts={[
          { id: 'reserved', label: label('reserved'), value: yuan(request.reservedFen) },
          { id: 'committed', label: label('committed'), value: yuan(request.committedFen) },
          { id: 'payers', label: label('payers'), value: request.payers.length === 0 ? '' : request.payers.map(({ name, percent, fen }) => `${name} ${percent}% ${yuan(fen)}`).join('；') },
          { id: 'entries', label: label('entries'), value: <PlaceLink to={entries} inherit>{label('entries-open')}</PlaceLink> },
        ]}
      />
      <Trace
        label={label('on-hand')}
        items={[
          { id: 'disbursed', label: label('disbursed'), value: yuan(request.disbursedFen), to: entriesPlace({ requestId: request.id, kinds: ['disbursed', 'refunded'] }) },
          { id: 'used', label: label('used'), value: yuan(-request.usedFen), to: entriesPlace({ requestId: request.id, kinds: ['used', 'unused'] }) },
        ]}
        total={{ label: label('on-hand'), value: yuan(request.disbursedFen - request.usedFen) }}
      />
    </SimpleGrid>
  );
}

export function NeedTrace({ request }: { readonly request: RequestSheet }) {
  const { formatMessage } = useIntl();
  const { urgency, reach, refusals } = request.need;
  return (
    <Group align="start">
      <div style={{ minWidth: 320 }}>
        <Trace
          label={formatMessage({ id: 'budget.section.need' })}
          items={[
            { id: 'urgency', label: formatMessage({ id: 'budget.need.urgency' }, { urgency: request.urgency }), value: String(urgency) },
            { id: 'reach', label: formatMessage({ id: 'budget.need.reach' }, { count: request.beneficiaries }), value: String(reach) },
            { id: 'refusals', label: formatMessage({ id: 'budget.need.refusals' }), value: String(refusals) },
          ]}
          total={{ label: formatMessage({ id: 'budget.field.needScore' }), value: String(urgency + reach + refusals) }}
        />
      </div>
      <Text size="xs" c="dimmed" maw={320}>{formatMessage({ id: 'budget.need.about' })}</Text>
    </Group>
  );
}
