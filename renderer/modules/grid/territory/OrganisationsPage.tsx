import { SegmentedControl, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { FormattedMessage, useIntl } from 'react-intl';
import { z } from 'zod';
import { api } from '#renderer/api/index.ts';
import { PlaceLink } from '#renderer/components/link/PlaceLink.tsx';
import { Page } from '#renderer/components/page/Page.tsx';
import { OrganisationProblems } from './OrganisationProblems.tsx';
import classes from './organisations.module.css';
import { OrganisationSearch } from './OrganisationSearch.tsx';
import { OrganisationSheet } from './OrganisationSheet.tsx';
import { OrganisationTree } from './OrganisationTree.tsx';

const placeSchema = z.object({
  id: z.string().optional().catch(undefined),
  show: z.enum(['tree', 'problems']).optional().catch(undefined),
});

/** The chain of authorities above and around the community, as it was imported. */
export default function OrganisationsPage() {
  const { formatMessage, formatNumber } = useIntl();
  const { id: chosen, show = 'tree' } = placeSchema.parse(useSearch({ strict: false }));
  const navigate = useNavigate();
  const summary = useQuery(api.grid.summariseOrganisations({}));
  const own = useQuery(api.grid.getOwnCommunity({}));
  const id = chosen ?? own.data?.id ?? null; // the tree opens at the own community
  const problems = useQuery(api.grid.listOrganisationProblems({ limit: 1 }));
  const go = (search: z.output<typeof placeSchema>) => void navigate({ to: '.', search: search as never, replace: true }); // the router's search type is that of all screens together
  const select = (next: string) => go({ id: next });
  const levels = (summary.data ?? []).filter(({ count }) => count > 0).map(({ level, count }) => `${formatMessage({ id: `territory.level.${level}` })} ${formatNumber(count)}`);
  const isEmpty = summary.data !== undefined && summary.data.reduce((sum, { count }) => sum + count, 0) <= 1;
  return (
    <Page
      wide
      title={formatMessage({ id: 'territory.organisations' })}
      figure={levels.join(' · ')}
      actions={
        <SegmentedControl
          size="xs"
          aria-label={formatMessage({ id: 'territory.organisations' })}
          value={show}
          onChange={(value) => go(value === 'problems' ? { show: 'problems' } : { ...(chosen !== undefined && { id: chosen }) })}
          data={[
            { value: 'tree', label: formatMessage({ id: 'territory.tree' }) },
            { value: 'problems', label: formatMessage({ id: 'territory.problems-count' }, { count: problems.data?.count ?? 0 }) },
          ]}
        />
      }
    >
      {show === 'problems' ? (
        <OrganisationProblems onSelect={select} />
      ) : (
        <div className={classes['panes']}>
          <div className={classes['pane']}>
            <OrganisationSearch selectedId={id} onSelect={select}>
              {isEmpty && <Text size="sm"><FormattedMessage id="territory.organisations-empty" values={{ imports: <PlaceLink to="/system/imports" inherit><FormattedMessage id="territory.to-imports" /></PlaceLink> }} /></Text>}
              <OrganisationTree selectedId={id} onSelect={select} />
            </OrganisationSearch>
          </div>
          <div className={classes['pane']}>
            {id !== null && <OrganisationSheet key={id} id={id} onChosen={select} />}
          </div>
        </div>
      )}
    </Page>
  );
}
