import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { useDeskCommand } from '#renderer/app/commands.ts';
import { PaperPreview, type Paper } from './PaperPreview.tsx';

/** Prints a record's sheet: shows it on paper first (Ctrl+P). */
export function PrintButton({ paper }: { readonly paper: Paper }) {
  const [shown, setShown] = useState<Paper | null>(null);
  const start = () => setShown(shown ?? paper);
  useDeskCommand({ id: 'frame.print', title: 'common.print', accelerator: 'CmdOrCtrl+P', run: start });
  return (
    <>
      <Button size="xs" variant="default" leftSection={<IconPrinter size={16} aria-hidden />} onClick={start}><FormattedMessage id="common.print" /></Button>
      {shown && <PaperPreview paper={shown} onClose={() => setShown(null)} />}
    </>
  );
}
