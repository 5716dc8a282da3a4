import { Button, Select } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { runCommand } from '#renderer/app/commands.ts';
import { Page } from '#renderer/components/page/Page.tsx';
import { localToday } from '#renderer/components/record-form/typed-day.ts';
import { useGridOptions } from '../territory/use-grid-options.ts';
import { AgeSection } from './AgeSection.tsx';
import classes from '#renderer/components/charts/charts.module.css';
import { GridSection } from './GridSection.tsx';
import { CoverageSection } from './CoverageSection.tsx';
import { GradesPanel } from '../register/completeness/GradesPanel.tsx';
import { useMay } from '#renderer/app/session.ts';

/** Who lives here, as pictures whose every bar opens its people. */
export default function ChartsPage() {
  const { formatMessage } = useIntl();
  const may = useMay();
  const grids = useGridOptions();
  const [gridId, setGridId] = useState<string | null>(null);
  const filter = useMemo(() => (gridId === null ? {} : { gridIds: [gridId] }), [gridId]);
  return (
    <Page
      wide
      title={formatMessage({ id: 'charts.title' })}
      actions={
        <>
          <Select
            size="xs"
            w={200}
            data={grids}
            value={gridId}
            onChange={setGridId}
            searchable
            clearable
            aria-label={formatMessage({ id: 'charts.choose-grid' })}
            placeholder={formatMessage({ id: 'charts.choose-grid' })}
            comboboxProps={{ transitionProps: { duration: 0 } }}
          />
          <Button size="xs" variant="default" leftSection={<IconPrinter size={16} aria-hidden />} onClick={() => runCommand('frame.print')}><FormattedMessage id="common.print" /></Button>
        </>
      }
    >
      <div className={classes['sections']}>
        <AgeSection today={localToday()} filter={filter} />
        <GridSection />
        <GradesPanel />
        {may('count.read') && <CoverageSection />}
      </div>
    </Page>
  );
}
