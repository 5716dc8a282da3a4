/** Whom a plan assesses. A station is the service station of a community; departments are assessed upwards, by grids and communities. */
export const subjectKinds = ['member', 'grid', 'station', 'community', 'department'] as const;
export type SubjectKind = (typeof subjectKinds)[number];

const OF_GRIDS = ['member', 'grid', 'station', 'community'] as const;
const OF_DEPARTMENTS = ['department'] as const;

/**
 * Everything that may be computed from records, by the subjects it can be asked of. Each answers with rows that earned so much of what was due; words are
 * `assessment.indicator.<id>`, `assessment.indicator-about.<id>` and `assessment.indicator-left-out.<id>` (domain.md 3.4).
 */
export const indicators = {
  'matters-on-time': OF_GRIDS,
  'matters-no-rework': OF_GRIDS,
  'matters-satisfied': OF_GRIDS,
  'visits-kept': OF_GRIDS,
  'records-complete': OF_GRIDS,
  'duplicates-settled': OF_GRIDS,
  'grid-in-order': OF_GRIDS,
  'training-hours': OF_GRIDS,
  'training-exams': OF_GRIDS,
  'department-signed': OF_DEPARTMENTS,
  'department-handled': OF_DEPARTMENTS,
  'department-on-time': OF_DEPARTMENTS,
  'department-no-returns': OF_DEPARTMENTS,
  'department-no-rework': OF_DEPARTMENTS,
  'department-admitted': OF_DEPARTMENTS,
  'rated-by-communities': OF_DEPARTMENTS,
} as const satisfies Readonly<Record<string, readonly SubjectKind[]>>;
export type IndicatorId = keyof typeof indicators;
export const indicatorIds = Object.keys(indicators) as IndicatorId[]; // own keys of a literal

export const isIndicator = (id: string): id is IndicatorId => Object.hasOwn(indicators, id);
/** Whether a subject of this kind can be asked for the indicator. */
export const suits = (id: IndicatorId, kind: SubjectKind): boolean => (indicators[id] as readonly SubjectKind[]).includes(kind);

/**
 * What is never counted, because it was gamed and condemned wherever it was tried: quotas of incidents, log-ins, points of an app, kilometres
 * (domain.md 3.4, [BUR1] [BUR2] [BUR3]). The words are what a title would say.
 */
export const refusedIndicators = {
  incidents: /上报(数|量|件)|采集(数|量|件)|(事件|事项)(数量|总数|条数)|incidents? (reported|count)|number of (matters|incidents)|reports? (count|quota)/iu,
  logins: /登录|登陆|在线(时长|率)|活跃度|打卡|log-?\s?ins?\b|sign-?ins? per|active (days|users)|time online/iu,
  points: /积分|points? (earned|collected)|app points|leader\s?board/iu,
  distance: /里程|公里|步数|轨迹|巡查(距离|时长)|kilomet|mileage|distance|steps walked|\bgps\b/iu,
} as const;
export type RefusedIndicator = keyof typeof refusedIndicators;
export const refusedIds = Object.keys(refusedIndicators) as RefusedIndicator[]; // own keys of a literal

/** The refused indicator that an id names or a title speaks of; null when there is none. */
export function refusalOf(sourceId: string, title: string): RefusedIndicator | null {
  return refusedIds.find((id) => id === sourceId || refusedIndicators[id].test(title)) ?? null;
}
