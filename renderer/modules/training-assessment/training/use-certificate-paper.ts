import { useIntl } from 'react-intl';
import { useSession } from '#renderer/app/session.ts';
import type { Paper } from '#renderer/components/paper/PaperPreview.tsx';
import type { PaperBlock } from '#renderer/components/paper/paper-lines.ts';
import { hoursText } from '#shared/modules/training-assessment/training/class.rules.ts';
import type { CertificateRow } from '#shared/modules/training-assessment/training/record.schema.ts';

/** Certificates for handing out: name, class, days and hours, number, unit and day, with room for the seal. */
export function useCertificatePaper(): (rows: readonly CertificateRow[]) => Paper {
  const { formatMessage, formatDate } = useIntl();
  const { communityName } = useSession();
  const day = (text: string): string => formatDate(`${text}T00:00:00Z`, { dateStyle: 'long', timeZone: 'UTC' });
  const blocksOf = (row: CertificateRow): PaperBlock[] => [
    { kind: 'large', heading: formatMessage({ id: 'training.certificate.number' }, { number: row.number }), rows: [{ label: formatMessage({ id: 'training.field.memberId' }), value: row.memberName }] },
    {
      kind: 'text',
      heading: '',
      lines: [
        formatMessage({ id: 'training.certificate.text' }, { from: day(row.fromOn), until: day(row.untilOn), name: row.className, hours: hoursText(row.hoursTenths) }),
        ...(row.revokedOn === null ? [] : [formatMessage({ id: 'training.certificate.revoked-on' }, { day: day(row.revokedOn) })]),
        '　',
        formatMessage({ id: 'training.certificate.sign' }, { unit: communityName, day: day(row.issuedOn) }),
      ],
    },
  ];
  return (rows) => ({ title: formatMessage({ id: 'training.certificate' }), entity: 'training_certificate', entityId: rows.length === 1 ? (rows[0]?.id ?? '') : '', rows: rows.length, asksReason: false, startsLandscape: false, isPublic: true, blocks: rows.flatMap(blocksOf) });
}
