import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { ChartSection } from '#renderer/components/charts/ChartSection.tsx';
import { FigureTable } from '#renderer/components/charts/FigureTable.tsx';
import type { ChartRow, ChartSeries } from '#renderer/components/charts/series.ts';
import { useCodes } from '#renderer/components/codes/use-codes.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { PlaceLink } from '#renderer/components/link/PlaceLink.tsx';
import { Page } from '#renderer/components/page/Page.tsx';
import { PrintButton } from '#renderer/components/paper/PrintButton.tsx';
import type { StaffProfile } from '#shared/modules/staff/profile/profile.schema.ts';
import { postPlace, staffPlace } from '../places.ts';

const BarsChart = lazy(() => import('#renderer/components/charts/BarsChart.tsx'));
const BAND = 5;
type Chart = { readonly id: string; readonly title: string; readonly rowHead: string; readonly series: readonly ChartSeries[]; readonly rows: readonly ChartRow[]; readonly isStacked: boolean };

/** The charts of a profile: ages by sex, education, experience, computer skill, grades, and posts filled. */
function useCharts(profile: StaffProfile): readonly Chart[] {
  const { formatMessage } = useIntl();
  const education = useCodes('education').labelOf;
  const computer = useCodes('computer-level').labelOf;
  const grade = useCodes('staff-grade').labelOf;
  const unknown = formatMessage({ id: 'common.unknown' });
  const people: readonly ChartSeries[] = [{ id: 'count', label: formatMessage({ id: 'profile.people' }), kind: 'plain' }];
  const counted = (id: string, title: string, rowHead: string, rows: readonly { key: string; count: number }[], nameOf: (key: string) => string, filterOf: ((key: string) => string | null) | null): Chart => ({ id, title, rowHead, series: people, isStacked: false, rows: rows.map(({ key, count }) => ({ id: key || '-', label: key === '' ? unknown : nameOf(key), values: { count }, ...(filterOf && key !== '' && { to: { count: filterOf(key) } }) })) });
  const ageOf = (band: number): string => (band < 0 ? unknown : formatMessage({ id: 'staff.filter.age-range' }, { from: band, until: band + BAND - 1 }));
  const agesTo = (band: number, sex: string): string | null => (band < 0 ? null : staffPlace({ ageFrom: band, ageUntil: band + BAND - 1, sexes: [sex], classes: ['grid-member', 'worker', 'administrator', 'cadre', 'police'] }));
  return [
    { id: 'ages', title: formatMessage({ id: 'profile.ages' }), rowHead: formatMessage({ id: 'profile.age' }), isStacked: true, series: [{ id: 'male', label: formatMessage({ id: 'profile.male' }), kind: 'plain' }, { id: 'female', label: formatMessage({ id: 'profile.female' }), kind: 'stripes' }], rows: profile.ages.map(({ band, male, female }) => ({ id: String(band), label: ageOf(band), values: { male, female }, to: { male: agesTo(band, '1'), female: agesTo(band, '2') } })) },
    counted('education', formatMessage({ id: 'profile.educations' }), formatMessage({ id: 'staff.field.education' }), profile.educations, education, (key) => staffPlace({ educations: [key] })),
    counted('experience', formatMessage({ id: 'profile.experience' }), formatMessage({ id: 'staff.experience' }), profile.experience, (key) => formatMessage({ id: 'profile.years-band' }, { from: Number(key) }), null),
    counted('computer', formatMessage({ id: 'profile.computer' }), formatMessage({ id: 'staff.field.computerLevel' }), profile.computerLevels, computer, null),
    counted('grade', formatMessage({ id: 'profile.grades' }), formatMessage({ id: 'staff.field.grade' }), profile.grades, grade, (key) => staffPlace({ grades: [key] })),
    { id: 'posts', title: formatMessage({ id: 'profile.posts' }), rowHead: formatMessage({ id: 'post.one' }), isStacked: false, series: [{ id: 'quota', label: formatMessage({ id: 'post.field.quota' }), kind: 'blank' }, { id: 'filled', label: formatMessage({ id: 'post.field.filled' }), kind: 'plain' }], rows: profile.posts.map(({ postId, name, quota, filled }) => ({ id: postId, label: name, values: { quota, filled }, to: { quota: postPlace(postId), filled: postPlace(postId) } })) },
  ];
}

/** Who the staff are: ages, education, experience, skill and grades, each number opening its people. */
export default function ProfilePage() {
  const { formatMessage } = useIntl();
  const { data, error, refetch } = useQuery(api.staff.getStaffProfile({}));
  return data ? <Profile profile={data} /> : <Page title={formatMessage({ id: 'profile.title' })}><ErrorNote error={error} onRetry={() => void refetch()} /></Page>;
}

function Profile({ profile }: { readonly profile: StaffProfile }) {
  const { formatMessage, formatNumber } = useIntl();
  const charts = useCharts(profile);
  const title = formatMessage({ id: 'profile.title' });
  const blocks = charts.map(({ title: heading, rowHead, series, rows }) => ({ kind: 'table' as const, heading, columns: [{ title: rowHead, width: 3 }, ...series.map(({ label }) => ({ title: label, width: 1, figures: true }))], rows: rows.map(({ label, values }) => [label, ...series.map(({ id }) => formatNumber(values[id] ?? 0))]) }));
  return (
    <Page title={title} figure={formatMessage({ id: 'profile.figure' }, { count: profile.people })} actions={<PrintButton paper={{ title, entity: 'staff.profile', entityId: '', rows: profile.people, asksReason: false, startsLandscape: false, blocks }} />}>
      <Stack gap="xl">
        {profile.withoutBirth + profile.withoutRetirementClass > 0 && <Text size="sm" c="dimmed"><FormattedMessage id="profile.gaps" values={{ birth: profile.withoutBirth, kind: profile.withoutRetirementClass }} /></Text>}
        {charts.map(({ id, title: heading, rowHead, series, rows, isStacked }) => (
          <ChartSection
            key={id}
            title={heading}
            legend={series.length > 1 ? series : []}
            isEmpty={rows.length === 0}
            picture={<Suspense fallback={null}><BarsChart rows={rows} series={series} isStacked={isStacked} /></Suspense>}
            table={<FigureTable caption={heading} rowHead={rowHead} columns={series.map(({ label }) => label)} rows={rows.map((row) => ({ id: row.id, name: row.label, cells: series.map((one) => ({ id: one.id, count: row.values[one.id] ?? 0, to: row.to?.[one.id] ?? null })) }))} />}
          />
        ))}
        <PlaceLink to="/staff/succession"><FormattedMessage id="profile.to-succession" /></PlaceLink>
      </Stack>
    </Page>
  );
}
