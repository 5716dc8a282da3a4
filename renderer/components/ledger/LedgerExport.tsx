import { Button, Modal } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { FormattedMessage } from 'react-intl';
import type { LedgerExportSpec, LedgerRecord } from './ledger-list.ts';
import { LedgerExportForm } from './LedgerExportForm.tsx';
import type { Ledger } from './use-ledger.ts';

/** The list as a file: same rows, same columns, same masking; only where the list has an export. */
export function LedgerExport<Row extends LedgerRecord, F extends object, S extends string>({ ledger }: { readonly ledger: Ledger<Row, F, S> }) {
  const { exportAs } = ledger.props;
  return exportAs ? <ExportDialog ledger={ledger} spec={exportAs} /> : null;
}

function ExportDialog<Row extends LedgerRecord, F extends object, S extends string>({ ledger, spec }: { readonly ledger: Ledger<Row, F, S>; readonly spec: LedgerExportSpec<F, S> }) {
  const [isOpen, setOpen] = useState(false);
  const [isRunning, setRunning] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button size="compact-sm" variant="default" leftSection={<IconDownload size={14} aria-hidden />} disabled={ledger.count === 0} onClick={() => setOpen(true)}>
        <FormattedMessage id="ledger.export" />
      </Button>
      <Modal
        opened={isOpen}
        onClose={close}
        title={<FormattedMessage id="ledger.export-title" values={{ label: ledger.props.label }} />}
        centered
        closeOnEscape={!isRunning}
        closeOnClickOutside={!isRunning}
        withCloseButton={!isRunning}
        transitionProps={{ duration: 100 }}
      >
        <LedgerExportForm ledger={ledger} spec={spec} onRunning={setRunning} onClose={close} />
      </Modal>
    </>
  );
}
