import { Button, Group, Modal, Text, Title } from '@mantine/core';
import { IconChartBar, IconPhotoDown, IconTable } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useId, useRef, useState, type ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useMay, useSession } from '#renderer/app/session.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { FileWritten } from '#renderer/components/file/FileWritten.tsx';
import { fileName } from '#renderer/components/file/file-name.ts';
import { chartHead } from './chart-head.ts';
import { ChartLegend, type LegendEntry } from './ChartLegend.tsx';
import classes from './charts.module.css';
import { pictureOf } from './picture-of.ts';

type ChartSectionProps = {
  readonly title: string;
  readonly legend?: readonly LegendEntry[];
  readonly picture: ReactNode;
  /** The same numbers to read exactly; a `FigureTable`. */
  readonly table: ReactNode;
  /** `beside` shows both; `switch` one at a time, for pictures that need the whole width. */
  readonly layout?: 'beside' | 'switch';
  readonly isEmpty?: boolean;
};

/** A chart with its title, its numbers as a table, and a way out as a picture (PNG). Printing is the screen's. */
export function ChartSection({ title, legend = [], picture, table, layout = 'beside', isEmpty = false }: ChartSectionProps) {
  const heading = useId();
  const drawing = useRef<HTMLDivElement>(null);
  const [showsTable, setShowsTable] = useState(false);
  const showsPicture = layout === 'beside' || !showsTable;
  return (
    <section aria-labelledby={heading} className={classes['section']}>
      <Group justify="space-between" align="center" wrap="nowrap">
        <Title order={2} id={heading} fz="md" fw={600}>{title}</Title>
        {!isEmpty && (
          <Group gap="xs" wrap="nowrap" className={classes['tools']}>
            {layout === 'switch' && (
              <Button size="compact-xs" variant="default" aria-pressed={showsTable} leftSection={showsTable ? <IconChartBar size={14} aria-hidden /> : <IconTable size={14} aria-hidden />} onClick={() => setShowsTable(!showsTable)}>
                <FormattedMessage id={showsTable ? 'chart.picture' : 'chart.table'} />
              </Button>
            )}
            {showsPicture && <SavePicture title={title} legend={legend} drawing={() => drawing.current?.querySelector('svg.recharts-surface') ?? null} />}
          </Group>
        )}
      </Group>
      {isEmpty && <Text size="sm" c="dimmed"><FormattedMessage id="chart.empty" /></Text>}
      {!isEmpty && (
        <div className={layout === 'beside' ? classes['pair'] : undefined}>
          {showsPicture && (
            <div ref={drawing} className={classes['chart']}>
              {legend.length > 0 && <ChartLegend entries={legend} />}
              {picture}
            </div>
          )}
          {(layout === 'beside' || showsTable) && table}
        </div>
      )}
    </section>
  );
}

type SavePictureProps = { readonly title: string; readonly legend: readonly LegendEntry[]; readonly drawing: () => Element | null };

function SavePicture({ title, legend, drawing }: SavePictureProps) {
  const { formatMessage } = useIntl();
  const { communityName } = useSession();
  const save = useMutation(api.exports.savePicture());
  const run = async (): Promise<void> => {
    const svg = drawing();
    if (!(svg instanceof SVGSVGElement)) return;
    const page = getComputedStyle(document.body);
    const colours = { ink: page.color, paper: page.backgroundColor, accent: getComputedStyle(document.documentElement).getPropertyValue('--mantine-primary-color-filled') };
    const picture = await pictureOf(svg, { background: page.backgroundColor, head: chartHead(`${communityName} · ${title}`, legend, page.fontFamily, colours) });
    save.mutate({ picture, title, suggestedName: fileName(communityName, title) });
  };
  if (!useMay()('exports.run')) return null;
  return (
    <>
      <Button size="compact-xs" variant="default" loading={save.isPending} leftSection={<IconPhotoDown size={14} aria-hidden />} onClick={() => void run()}><FormattedMessage id="picture.save" /></Button>
      <ErrorNote error={save.error} />
      <Modal opened={save.data !== undefined} onClose={save.reset} title={formatMessage({ id: 'picture.save' })} transitionProps={{ duration: 0 }}>
        {save.data && <FileWritten path={save.data.path} words={formatMessage({ id: 'picture.written' })} />}
      </Modal>
    </>
  );
}
