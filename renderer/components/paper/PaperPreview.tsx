import { Button, FocusTrap, Group, SegmentedControl, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useElementSize, useWindowEvent } from '@mantine/hooks';
import { useEffect, useId, useMemo, useState, type CSSProperties, type KeyboardEvent } from 'react';
import { createPortal } from 'react-dom';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useSession } from '#renderer/app/session.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { FileWritten } from '#renderer/components/file/FileWritten.tsx';
import { fileName } from '#renderer/components/file/file-name.ts';
import { paperSizes, slipSizes } from '#shared/kernel/printing/printing.contract.ts';
import classes from './paper.module.css';
import { paperLines, type PaperBlock } from './paper-lines.ts';
import { PaperLineView, PaperSheet, type SheetForm } from './PaperSheet.tsx';
import { MARGIN_MM, PX_PER_MM, usePaperPages, WIDTH_MM } from './use-paper-pages.ts';

export type Paper = {
  readonly title: string;
  readonly blocks: readonly PaperBlock[];
  /** What goes on record: the list or kind of record, and which one. */
  readonly entity: string;
  readonly entityId: string;
  readonly rows: number;
  /** Lists of people leave the desk only for a reason, as an export does. */
  readonly asksReason: boolean;
  readonly startsLandscape: boolean;
  /** A notice for the wall, without the name of who printed it. */
  readonly isPublic?: boolean;
  /** Taken home by whoever brought something: A5 or A6. */
  readonly isSlip?: boolean;
};

const SHORTEST_REASON = 2;

/** The keyboard returns to where it was when the preview closes. */
function useFocusBack(): void {
  useEffect(() => {
    const before = document.activeElement;
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
}

/** The sheets exactly as they will be printed, beside them paper, printer and PDF. The same elements are what is printed. */
export function PaperPreview({ paper, onClose }: { readonly paper: Paper; readonly onClose: () => void }) {
  const { formatMessage } = useIntl();
  const { communityName } = useSession();
  const titleId = useId();
  const sizes = paper.isSlip ? slipSizes : paperSizes;
  const [size, setSize] = useState<(typeof paperSizes)[number] | (typeof slipSizes)[number]>(sizes[0]);
  const [isLandscape, setLandscape] = useState(paper.startsLandscape);
  const [reason, setReason] = useState('');
  const [printedAt] = useState(() => new Date());
  const print = useMutation(api.printing.printPaper());
  const form: SheetForm = size === 'A5' || size === 'A6' ? size : `${size}${isLandscape ? '-landscape' : ''}`;
  const lines = useMemo(() => paperLines(paper.blocks, WIDTH_MM[form] - 2 * MARGIN_MM), [paper.blocks, form]);
  const { measure, pages } = usePaperPages(lines, form);
  const isReady = pages.length > 0 && (!paper.asksReason || reason.trim().length >= SHORTEST_REASON) && !print.isPending;
  const { title, entity, entityId, rows } = paper;
  const run = (to: 'printer' | 'pdf') => print.mutate({ entity, entityId, rows, pages: pages.length, size, landscape: isLandscape, hasOwnFrame: true, title, reason: reason.trim(), to, suggestedName: fileName(communityName, title) });
  const { ref: region, width: room } = useElementSize<HTMLDivElement>();
  useFocusBack();
  useWindowEvent('keydown', (event) => event.key === 'Escape' && !event.isComposing && onClose()); // a button that was just switched off has lost the keyboard
  const keepKeys = (event: KeyboardEvent) => event.key !== 'Escape' && event.stopPropagation(); // keys of the screen behind must not act
  return createPortal(
    <FocusTrap active>
      <div className={classes['preview']} data-paper role="dialog" aria-modal aria-labelledby={titleId} onKeyDown={keepKeys}>
        <div className={classes['sheets']} tabIndex={0} role="region" aria-label={formatMessage({ id: 'paper.sheets' })}>
          <div ref={region} style={{ '--paper-zoom': Math.min(1, room / (WIDTH_MM[form] * PX_PER_MM)) } as CSSProperties}>
            {pages.map((page, at) => <PaperSheet key={at} form={form} title={title} lines={page} page={at + 1} pages={pages.length} printedAt={printedAt} isPublic={paper.isPublic === true} />)}
          </div>
        </div>
        <div ref={measure} className={classes['measure']} data-paper-form={form} aria-hidden>
          {lines.map((line, at) => <PaperLineView key={at} line={line} isFirst={at === 0} />)}
        </div>
        <aside className={classes['options']}>
          <Title order={2} id={titleId}><FormattedMessage id="paper.title" /></Title>
          <Text size="sm" role="status"><FormattedMessage id="paper.pages" values={{ pages: pages.length, size }} /></Text>
          <SegmentedControl aria-label={formatMessage({ id: 'paper.size' })} value={size} onChange={(value) => setSize(sizes.find((one) => one === value) ?? sizes[0])} data={[...sizes]} transitionDuration={0} />
          {!paper.isSlip && <SegmentedControl
            aria-label={formatMessage({ id: 'paper.direction' })}
            value={isLandscape ? 'landscape' : 'portrait'}
            onChange={(value) => setLandscape(value === 'landscape')}
            data={(['portrait', 'landscape'] as const).map((value) => ({ value, label: formatMessage({ id: `paper.direction.${value}` }) }))}
            transitionDuration={0}
          />}
          {paper.asksReason && <TextInput required data-autofocus maxLength={300} label={formatMessage({ id: 'paper.reason' })} description={formatMessage({ id: 'paper.reason-hint' })} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />}
          <ErrorNote error={print.error} />
          <Stack gap="xs">
            <Button disabled={!isReady} loading={print.isPending} onClick={() => run('printer')}><FormattedMessage id="paper.print" /></Button>
            <Button variant="default" disabled={!isReady} onClick={() => run('pdf')}><FormattedMessage id="paper.pdf" /></Button>
            <Button variant="default" onClick={onClose}><FormattedMessage id="common.close" /></Button>
          </Stack>
          {print.data?.path != null && <FileWritten path={print.data.path} words={formatMessage({ id: 'paper.written' })} />}
          {print.data?.path === null && <Group role="status"><Text size="sm"><FormattedMessage id="paper.sent" /></Text></Group>}
        </aside>
      </div>
    </FocusTrap>,
    document.body,
  );
}
