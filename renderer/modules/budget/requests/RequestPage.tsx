import { Alert, Stack, Text } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { FormattedMessage, useIntl } from 'react-intl';
import { z } from 'zod';
import { api } from '#renderer/api/index.ts';
import { useMay } from '#renderer/app/session.ts';
import { Attachments } from '#renderer/components/attachments/Attachments.tsx';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { History } from '#renderer/components/history/History.tsx';
import { LedgerTrailBar } from '#renderer/components/ledger/LedgerTrailBar.tsx';
import { PlaceLink } from '#renderer/components/link/PlaceLink.tsx';
import { Page } from '#renderer/components/page/Page.tsx';
import { WaitStrip } from '#renderer/components/wait-strip/WaitStrip.tsx';
import { capitalAmount } from '#shared/modules/budget/ledger/money.rules.ts';
import type { RequestSheet } from '#shared/modules/budget/requests/request.schema.ts';
import { SheetSection } from '#renderer/components/page/SheetSection.tsx';
import classes from '../parts/budget.module.css';
import { useWordsOf } from '../parts/use-words-of.ts';
import { useYuan } from '../parts/yuan.ts';
import { requestPlace } from '../places.ts';
import { RequestActs } from './RequestActs.tsx';
import { NeedTrace, RequestFacts, RequestMoney } from './RequestFacts.tsx';
import { RequestPapers } from './RequestPapers.tsx';
import { StepsTable } from './StepsTable.tsx';
import { useWaitSteps } from './use-wait-steps.ts';
import { VoucherTable } from './VoucherTable.tsx';

const paramsSchema = z.object({ id: z.string() });
const CODE_TABLES = { use_code: 'fund-use', reason_code: 'request-reason' };

/** One request with its whole way. */
export default function RequestPage() {
  const { formatMessage } = useIntl();
  const { id } = paramsSchema.parse(useParams({ strict: false }));
  const { data, error, refetch } = useQuery(api.budget.getRequest({ id }));
  if (data) return <RequestSheetPage key={data.id} request={data} />;
  return <Page title={formatMessage({ id: 'budget.request' })}><ErrorNote error={error} onRetry={() => void refetch()} /></Page>;
}

function RequestSheetPage({ request }: { readonly request: RequestSheet }) {
  const mayAsk = useMay()('funding.request');
  const word = useWordsOf();
  const waitSteps = useWaitSteps(request);
  return (
    <Page
      title={request.title}
      figure={`${request.no} · ${word('step', request.step)}`}
      actions={
        <>
          <LedgerTrailBar list="budget.requests" />
          <RequestPapers request={request} />
          <RequestActs request={request} />
        </>
      }
    >
      <Stack gap="lg">
        <RequestHead request={request} />
        {request.changeFen !== null && <ChangeNote request={request} />}
        <WaitStrip steps={waitSteps} />
        <RequestFacts request={request} />
        <SheetSection title="budget.section.money"><RequestMoney request={request} /></SheetSection>
        <SheetSection title="budget.section.vouchers"><VoucherTable request={request} /></SheetSection>
        <SheetSection title="budget.section.steps"><StepsTable request={request} /></SheetSection>
        <SheetSection title="budget.section.need"><NeedTrace request={request} /></SheetSection>
        {(request.children.length > 0 || request.joint.length > 0 || request.parent !== null) && <SheetSection title="budget.section.related"><Related request={request} /></SheetSection>}
        <SheetSection title="budget.section.papers"><Attachments owner={{ table: 'funding_request', id: request.id }} mayEdit={mayAsk} /></SheetSection>
        <SheetSection title="budget.section.history"><History entity="funding_request" id={request.id} version={request.version} codeTables={CODE_TABLES} /></SheetSection>
      </Stack>
    </Page>
  );
}

/** The amount and its capital figures, the line and what is left on it. */
function RequestHead({ request }: { readonly request: RequestSheet }) {
  const { formatMessage } = useIntl();
  const yuan = useYuan();
  return (
    <div className={classes['head']}>
      <div>
        <div className={classes['amount']}>{yuan(request.amountFen)}</div>
        <Text size="sm" c="dimmed" lang="zh-CN">{capitalAmount(request.amountFen)}</Text>
      </div>
      <div>
        {request.lineId === null ? (
          <Text size="sm"><FormattedMessage id="budget.request.no-line" /></Text>
        ) : (
          <>
            <Text size="sm" ta="end">{request.lineName} · {request.sourceName}</Text>
            <Text size="sm" ta="end" className={(request.freeFen ?? 0) < 0 ? classes['below'] : undefined}>{formatMessage({ id: 'budget.request.free' }, { free: yuan(request.freeFen ?? 0) })}</Text>
          </>
        )}
      </div>
    </div>
  );
}

function ChangeNote({ request }: { readonly request: RequestSheet }) {
  const yuan = useYuan();
  return (
    <Alert color="yellow" variant="light" icon={<IconInfoCircle size={18} aria-hidden />}>
      <Text size="sm" c="var(--mantine-color-text)"><FormattedMessage id="budget.act.change-consequence" values={{ by: request.changeBy, from: yuan(request.amountFen), to: yuan(request.changeFen ?? 0), reason: request.changeReason }} /></Text>
    </Alert>
  );
}

function Related({ request }: { readonly request: RequestSheet }) {
  const yuan = useYuan();
  const word = useWordsOf();
  return (
    <Stack gap={4}>
      {request.parent && <Text size="sm"><FormattedMessage id="budget.request.part-of" /> <PlaceLink to={requestPlace(request.parent.id)} inherit>{request.parent.no}</PlaceLink></Text>}
      {request.children.map((child) => <Text key={child.id} size="sm"><FormattedMessage id="budget.request.part" /> <PlaceLink to={requestPlace(child.id)} inherit>{child.no} {child.title}</PlaceLink> {yuan(child.amountFen)} · {word('step', child.step)}</Text>)}
      {request.joint.map((other) => <Text key={other.id} size="sm"><FormattedMessage id="budget.request.joint" /> <PlaceLink to={requestPlace(other.id)} inherit>{other.no} {other.department}</PlaceLink> {yuan(other.amountFen)}</Text>)}
    </Stack>
  );
}
