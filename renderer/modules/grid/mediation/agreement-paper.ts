import { useIntl } from 'react-intl';
import { useSession } from '#renderer/app/session.ts';
import { useCodes } from '#renderer/components/codes/use-codes.ts';
import type { Paper } from '#renderer/components/paper/PaperPreview.tsx';
import type { MediationSheet } from '#shared/modules/grid/mediation/mediation.schema.ts';

/**
 * The agreement as it is signed, with what article 29 of the People's Mediation Law (2010) says may stand in it: the parties, the facts and what is
 * argued about, what was agreed, how and until when it is performed; below it the places for names and seals. Numbers are left to be written by hand.
 */
export function useAgreementPaper(): (sheet: MediationSheet) => Paper {
  const { formatMessage, formatNumber } = useIntl();
  const { communityName } = useSession();
  const { labelOf } = useCodes('dispute-kind');
  return (sheet) => {
    const fact = (field: 'no' | 'kind' | 'appliedOn' | 'agreedOn' | 'place' | 'gridName' | 'mediators' | 'recorder' | 'amountFen' | 'performBy', value: string | null) => ({ label: formatMessage({ id: `mediation.field.${field}` }), value: value ?? '' });
    const line = '＿＿＿＿＿＿＿＿＿＿＿＿';
    return {
      title: formatMessage({ id: 'mediation.paper-title' }),
      entity: 'mediation',
      entityId: sheet.id,
      rows: 1,
      asksReason: true,
      startsLandscape: false,
      blocks: [
        { kind: 'facts', heading: '', facts: [fact('no', sheet.no), fact('kind', labelOf(sheet.kind)), fact('appliedOn', sheet.appliedOn), fact('agreedOn', sheet.agreedOn), fact('place', sheet.place), fact('gridName', sheet.gridName), fact('mediators', sheet.mediators.join('、')), fact('recorder', sheet.recorder), fact('amountFen', sheet.amountFen === null ? '' : formatNumber(sheet.amountFen / 100, { minimumFractionDigits: 2 })), fact('performBy', sheet.performBy)] },
        {
          kind: 'table',
          heading: formatMessage({ id: 'mediation.field.parties' }),
          columns: [{ title: formatMessage({ id: 'mediation.paper.name' }), width: 2 }, { title: formatMessage({ id: 'mediation.paper.number' }), width: 3 }, { title: formatMessage({ id: 'mediation.address' }), width: 4 }],
          rows: sheet.parties.map(({ name, address }) => [name, '', address]),
        },
        { kind: 'text', heading: formatMessage({ id: 'mediation.field.facts' }), lines: [sheet.facts] },
        { kind: 'text', heading: formatMessage({ id: 'mediation.field.agreement' }), lines: sheet.agreement.split('\n') },
        { kind: 'text', heading: formatMessage({ id: 'mediation.field.performance' }), lines: sheet.performance.split('\n') },
        {
          kind: 'text',
          heading: formatMessage({ id: 'mediation.paper.signatures' }),
          lines: [
            ...sheet.parties.map(({ name }) => `${formatMessage({ id: 'mediation.paper.sign-party' }, { name })}${line}`),
            ...sheet.mediators.map((name) => `${formatMessage({ id: 'mediation.paper.sign-mediator' }, { name })}${line}`),
            `${formatMessage({ id: 'mediation.paper.seal' }, { community: communityName })}${line}`,
            formatMessage({ id: 'mediation.paper.date' }),
          ],
        },
      ],
    };
  };
}
