import type { ListKind } from '#shared/modules/grid/admission/admission-list.schema.ts';

/** Departments of the invented place that ask something of the community. */
export const DEPARTMENTS = ['蒲溪区卫生健康局', '蒲溪区应急管理局', '蒲溪区人力资源和社会保障局', '蒲溪区统计局', '蒲溪区市场监督管理局', '蒲溪区司法局', '蒲溪区退役军人事务局', '蒲溪区文化和旅游局'] as const;

type Item = readonly [title: string, content: string, legalBasis: string, office: string, means: string];

const GROUPS = [[/民政/u, '民生服务'], [/司法/u, '法治建设'], [/卫生/u, '卫生健康'], [/应急|执法/u, '安全与城市管理'], [/人力/u, '就业和社会保障'], [/统计/u, '调查统计'], [/市场/u, '市场监管'], [/退役/u, '退役军人服务'], [/派出所/u, '平安建设']] as const;
/** The group under which the demo's lists put what an office asks for. */
export const groupOf = (office: string): string => GROUPS.find(([of]) => of.test(office))?.[1] ?? '居民自治';

/** What an invented district has put on its three lists; the bases are real laws, the wording is the demo's own. */
export const LIST_ITEMS: Readonly<Record<ListKind, readonly Item[]>> = {
  required: [
    ['居民会议和居务公开', '召集居民会议，按期公开居务', '《城市居民委员会组织法》第九条、第十条', '蒲溪区民政局', ''],
    ['调解民间纠纷', '设人民调解委员会，就地调解', '《城市居民委员会组织法》第三条', '蒲溪区司法局', ''],
    ['办理居民公益事业', '小修小补、便民服务', '《城市居民委员会组织法》第四条', '蒲溪区民政局', ''],
    ['居民委员会换届选举', '五年一次，依法组织', '《城市居民委员会组织法》第八条', '蒲溪区民政局', ''],
    ['反映居民意见和要求', '向街道和部门反映，答复居民', '《城市居民委员会组织法》第三条', '街道办事处', ''],
    ['协助维护社会治安', '群防群治，定期巡防', '《城市居民委员会组织法》第三条', '柳荫派出所', ''],
  ],
  assist: [
    ['低保对象动态核查', '每季度配合入户核查', '《社会救助暂行办法》第十三条', '蒲溪区民政局', '每户 20 元'],
    ['老年人健康体检组织', '通知、引导、场地', '《老年人权益保障法》', '蒲溪区卫生健康局', '每次派两名护士'],
    ['退役军人信息采集', '协助上门采集和悬挂光荣牌', '《退役军人保障法》', '蒲溪区退役军人事务局', '专项经费'],
    ['人口抽样调查', '协助入户，佩戴证件', '《统计法》', '蒲溪区统计局', '每户 15 元，入户员培训'],
    ['消防宣传进楼道', '张贴、演练', '《消防法》', '蒲溪区应急管理局', '宣传品和讲师'],
    ['就业困难人员走访', '每半年走访一次', '《就业促进法》', '蒲溪区人力资源和社会保障局', '公益岗一名'],
    ['食品安全宣传', '每年两次', '《食品安全法》', '蒲溪区市场监督管理局', '宣传品'],
    ['公共法律服务宣传', '每月一次律师坐班', '《法律援助法》', '蒲溪区司法局', '律师一名'],
  ],
  negative: [
    ['食品药品经营许可检查', '属行政许可和执法，社区无权办理', '', '蒲溪区市场监督管理局', ''],
    ['安全生产执法检查', '属行政执法', '', '蒲溪区应急管理局', ''],
    ['拆除违法建设', '属行政强制', '', '蒲溪区城市管理执法中队', ''],
    ['出具无犯罪记录证明', '由公安机关出具', '', '柳荫派出所', ''],
    ['居民经济状况证明', '由本人书面承诺', '', '蒲溪区民政局', ''],
    ['招商引资和协税护税', '与社区职能无关', '', '街道办事处', ''],
    ['部门手机应用下载指标', '不得向社区下达', '', '提出要求的部门', ''],
  ],
};

/** What departments applied for; the last two words are the assist item it matches, or none. */
export const TASKS: readonly (readonly [department: number, title: string, list: string])[] = [
  [0, '慢性病人群年度随访登记', ''],
  [0, '老年人健康体检组织', '老年人健康体检组织'],
  [1, '消防宣传进楼道', '消防宣传进楼道'],
  [1, '家庭燃气使用情况登记', ''],
  [2, '就业困难人员走访', '就业困难人员走访'],
  [2, '养老保险待遇资格核对', ''],
  [3, '人口抽样调查', '人口抽样调查'],
  [3, '居民收支记账户协助', ''],
  [4, '食品安全宣传', '食品安全宣传'],
  [4, '食品药品经营许可检查', '食品药品经营许可检查'],
  [5, '公共法律服务宣传', '公共法律服务宣传'],
  [6, '退役军人信息采集', '退役军人信息采集'],
  [7, '文化活动场所登记', ''],
  [7, '部门手机应用下载指标', '部门手机应用下载指标'],
];

/** What departments demanded without asking; kind and hours are usual ones. */
export const DEMANDED: readonly (readonly [department: number, kind: string, title: string, minutes: number, forms: number])[] = [
  [0, 'form', '重点人群健康信息周报', 90, 2],
  [0, 'meeting', '健康城区创建推进会', 150, 0],
  [1, 'inspection', '安全隐患大排查台账', 240, 3],
  [1, 'form', '燃气安全排查日报', 60, 1],
  [2, 'system', '就业监测系统录入', 120, 0],
  [3, 'survey', '小微商户摸底表', 300, 4],
  [4, 'publicity', '食品安全海报张贴', 80, 0],
  [5, 'report', '普法工作总结材料', 180, 1],
  [6, 'form', '优待证发放核对表', 70, 2],
  [7, 'report', '文明城区迎检材料', 360, 5],
];
export const OWN_WORK = ['楼道杂物清理', '居民议事会', '独居老人探访', '公示栏更新', '垃圾分类引导'] as const;
export const BROUGHT_BY = ['科员小周', '股长老林', '工作人员小吴', '联络员小郑'] as const;
