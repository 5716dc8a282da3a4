import dayjs from 'dayjs';

/** What a file of this desk is called before a person says otherwise: whose it is, what it holds, the day (和平社区_居民_20261122). */
export const fileName = (communityName: string, label: string): string => [communityName, label, dayjs().format('YYYYMMDD')].filter(Boolean).join('_');
