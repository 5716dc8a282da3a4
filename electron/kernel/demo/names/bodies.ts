import type { BodyDraft } from '#shared/modules/grid/territory/bodies/body.schema.ts';

type InventedBody = Pick<BodyDraft, 'kind' | 'name' | 'duty' | 'agreementNo'> & {
  /** Days from today to the agreement's first and last day; null leaves it open. */
  readonly from: number | null;
  readonly until: number | null;
};

/** Organisations of an invented place; agreements stand in every state. */
export const inventedBodies: readonly InventedBody[] = [
  { kind: 'department', name: '荻川市蒲溪区民政局', duty: '低保、救助和养老服务的受理与复核', agreementNo: '', from: null, until: null },
  { kind: 'department', name: '蒲溪区城市管理执法中队', duty: '占道经营、环境卫生问题的处置', agreementNo: '', from: null, until: null },
  { kind: 'department', name: '柳荫派出所', duty: '治安、流动人口登记和消防宣传', agreementNo: '柳共建〔01〕', from: -700, until: null },
  { kind: 'economic', name: '荻川安居物业服务有限公司', duty: '小区保洁、门禁和电梯维护', agreementNo: '柳共建〔02〕', from: -340, until: 12 },
  { kind: 'economic', name: '柳荫农贸市场', duty: '市场内巡查、每月消防检查', agreementNo: '柳共建〔03〕', from: -200, until: 165 },
  { kind: 'economic', name: '荻川百家超市柳荫店', duty: '为行动不便的老人送货上门', agreementNo: '柳共建〔04〕', from: -400, until: -35 },
  { kind: 'social', name: '邻里互助社', duty: '陪诊、代买、独居老人每周探访', agreementNo: '柳共建〔05〕', from: -90, until: 275 },
  { kind: 'social', name: '晚晴老年协会', duty: '老年活动室开放和文体活动', agreementNo: '柳共建〔06〕', from: -500, until: null },
  { kind: 'social', name: '向阳志愿服务队', duty: '周末环境整治、楼道清理', agreementNo: '', from: null, until: null },
];
