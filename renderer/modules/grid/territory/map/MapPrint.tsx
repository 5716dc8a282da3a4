import { Button, Checkbox, FocusTrap, SegmentedControl, Select, Stack, Title } from '@mantine/core';
import { useElementSize, useWindowEvent } from '@mantine/hooks';
import { IconPrinter } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useId, useRef, useState, type CSSProperties } from 'react';
import { createPortal } from 'react-dom';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useDeskCommand } from '#renderer/app/commands.ts';
import { useSession } from '#renderer/app/session.ts';
import { pictureOf } from '#renderer/components/charts/picture-of.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { FileWritten } from '#renderer/components/file/FileWritten.tsx';
import { fileName } from '#renderer/components/file/file-name.ts';
import paper from '#renderer/components/paper/paper.module.css';
import { PaperSheet, type PaperForm } from '#renderer/components/paper/PaperSheet.tsx';
import { PX_PER_MM, WIDTH_MM } from '#renderer/components/paper/use-paper-pages.ts';
import { paperSizes, type PaperSize } from '#shared/kernel/printing/printing.contract.ts';
import { MapDrawing, type MapDrawingProps } from './MapDrawing.tsx';
import classes from './map.module.css';
import { paperScales } from './paper-drawing.ts';

type MapPrintProps = Pick<MapDrawingProps, 'figure' | 'colouring' | 'grids' | 'drawing'>;

/** The map on paper, as PDF or as a picture (Ctrl+P); nothing to print while nothing is drawn. */
export function MapPrint(props: MapPrintProps) {
  const [isShown, setShown] = useState(false);
  const hasShapes = Object.keys(props.drawing).length > 0;
  useDeskCommand(hasShapes ? { id: 'frame.print', title: 'common.print', accelerator: 'CmdOrCtrl+P', run: () => setShown(true) } : null);
  return (
    <>
      <Button size="xs" variant="default" disabled={!hasShapes} leftSection={<IconPrinter size={16} aria-hidden />} onClick={() => setShown(true)}><FormattedMessage id="common.print" /></Button>
      {isShown && <MapPreview {...props} onClose={() => setShown(false)} />}
    </>
  );
}

const HEIGHT_MM: Readonly<Record<PaperForm, number>> = { A4: 297, 'A4-landscape': 210, A3: 420, 'A3-landscape': 297 };
/** Margins of the sheet, and its head and foot (paper.module.css). */
const [MARGINS_MM, HEAD_AND_FOOT_MM] = [24, 18];
const AUTOMATIC = 'fit';
/** Padding of the region on both sides, and its scroll bar: the measured width includes them. */
const BESIDE_PX = 80;

function MapPreview({ onClose, ...map }: MapPrintProps & { readonly onClose: () => void }) {
  const { formatMessage, formatNumber } = useIntl();
  const { communityName } = useSession();
  const titleId = useId();
  const [size, setSize] = useState<PaperSize>('A4');
  const [isLandscape, setLandscape] = useState(true);
  const [scale, setScale] = useState<number | null>(null);
  const [hasPattern, setPattern] = useState(true);
  const [printedAt] = useState(() => new Date());
  const print = useMutation(api.printing.printPaper());
  const picture = useMutation(api.exports.savePicture());
  const sheet = useRef<HTMLDivElement>(null);
  const { ref: region, width: room } = useElementSize<HTMLDivElement>();
  const form: PaperForm = `${size}${isLandscape ? '-landscape' : ''}`;
  const title = formatMessage({ id: 'map.paper-title' }, { figure: formatMessage({ id: `map.figure.${map.figure}` }) });
  const suggestedName = fileName(communityName, title);
  const run = (to: 'printer' | 'pdf') => print.mutate({ entity: 'grid_shape', entityId: '', rows: map.grids.length, pages: 1, size, landscape: isLandscape, hasOwnFrame: true, title, reason: '', to, suggestedName });
  const savePicture = async (): Promise<void> => {
    const svg = sheet.current?.querySelector('svg');
    if (svg) picture.mutate({ picture: await pictureOf(svg), title, suggestedName });
  };
  useWindowEvent('keydown', (event) => event.key === 'Escape' && !event.isComposing && onClose());
  const written = print.data?.path ?? picture.data?.path ?? null;
  return createPortal(
    <FocusTrap active>
      <div className={paper['preview']} data-paper role="dialog" aria-modal aria-labelledby={titleId} onKeyDown={(event) => event.key !== 'Escape' && event.stopPropagation()}>
        <div ref={region} className={paper['sheets']} style={{ '--paper-zoom': Math.min(1, Math.max(0.1, (room - BESIDE_PX) / (WIDTH_MM[form] * PX_PER_MM))) } as CSSProperties} tabIndex={0} role="region" aria-label={formatMessage({ id: 'paper.sheets' })}>
          <div ref={sheet}>
            <PaperSheet isPublic={false} form={form} title={title} lines={[]} page={1} pages={1} printedAt={printedAt}>
              <MapDrawing {...map} width={WIDTH_MM[form] - MARGINS_MM} height={HEIGHT_MM[form] - MARGINS_MM - HEAD_AND_FOOT_MM} scale={scale} hasPattern={hasPattern} className={classes['paper']} />
            </PaperSheet>
          </div>
        </div>
        <aside className={paper['options']}>
          <Title order={2} id={titleId}><FormattedMessage id="paper.title" /></Title>
          <SegmentedControl aria-label={formatMessage({ id: 'paper.size' })} value={size} onChange={(value) => setSize(value === 'A3' ? 'A3' : 'A4')} data={[...paperSizes]} transitionDuration={0} />
          <SegmentedControl
            aria-label={formatMessage({ id: 'paper.direction' })}
            value={isLandscape ? 'landscape' : 'portrait'}
            onChange={(value) => setLandscape(value === 'landscape')}
            data={(['portrait', 'landscape'] as const).map((value) => ({ value, label: formatMessage({ id: `paper.direction.${value}` }) }))}
            transitionDuration={0}
          />
          <Select
            label={formatMessage({ id: 'map.paper-scale' })}
            value={scale === null ? AUTOMATIC : String(scale)}
            allowDeselect={false}
            onChange={(value) => setScale(value === AUTOMATIC ? null : Number(value))}
            data={[{ value: AUTOMATIC, label: formatMessage({ id: 'map.paper-fit' }) }, ...paperScales.map((value) => ({ value: String(value), label: `1 : ${formatNumber(value)}` }))]}
            comboboxProps={{ transitionProps: { duration: 0 }, withinPortal: false }}
          />
          <Checkbox label={formatMessage({ id: 'map.pattern' })} checked={hasPattern} onChange={(event) => setPattern(event.currentTarget.checked)} />
          <ErrorNote error={print.error ?? picture.error} />
          <Stack gap="xs">
            <Button data-autofocus loading={print.isPending} onClick={() => run('printer')}><FormattedMessage id="paper.print" /></Button>
            <Button variant="default" disabled={print.isPending} onClick={() => run('pdf')}><FormattedMessage id="paper.pdf" /></Button>
            <Button variant="default" loading={picture.isPending} onClick={() => void savePicture()}><FormattedMessage id="picture.save" /></Button>
            <Button variant="subtle" onClick={onClose}><FormattedMessage id="common.close" /></Button>
          </Stack>
          {written !== null && <FileWritten path={written} words={formatMessage({ id: 'picture.written' })} />}
        </aside>
      </div>
    </FocusTrap>,
    document.body,
  );
}
