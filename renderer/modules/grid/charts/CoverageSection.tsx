import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/api/index.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { CoverageChart } from '../register/count/CoverageChart.tsx';

/** How far the newest count is, grid by grid. */
export function CoverageSection() {
  const campaigns = useQuery(api.grid.listCountCampaigns({}));
  const newest = campaigns.data?.[0];
  const campaign = useQuery({ ...api.grid.getCountCampaign({ id: newest?.id ?? '' }), enabled: newest !== undefined });
  if (campaign.data) return <CoverageChart campaign={campaign.data} />;
  return <ErrorNote error={campaigns.error ?? campaign.error} onRetry={() => void campaigns.refetch()} />;
}
