import type { SourceDraft } from '#shared/modules/budget/sources/source.schema.ts';

const NO_USES = ['office', 'staff-pay', 'debt', 'own-duty', 'funded', 'office-works'];
const community = { name: '社区居委会', role: 'supervisor', limitDays: 3 } as const;
const street = { name: '街道办事处', role: 'finance', limitDays: 5 } as const;
const department = { name: '区级主管部门', role: 'finance', limitDays: 7 } as const;
const bureau = { name: '区财政局', role: 'finance', limitDays: 7 } as const;
const plain = { allowedUses: [], forbiddenUses: NO_USES, ruleText: '专款专用，不得用于办公经费、人员报酬和偿还债务', overspendRoles: [], disburseDays: 10, closingDays: 15, taskId: null, taskName: '', endedOn: null, note: '' };

/** Sources of an invented community: levels, limits, payers and rules as data (domain.md 3.5). */
export const INVENTED_SOURCES: readonly SourceDraft[] = [
  { ...plain, name: '街道财政拨款', kind: 'upper-government', form: 'cash', giver: '柳荫街道财政所', bankAccount: '示例银行柳荫支行 9901 0001', levels: [community, street], payers: [{ name: '街道', percent: 100 }], overspend: 'allow', overspendRoles: ['supervisor'], forbiddenUses: ['debt', 'own-duty', 'funded'], ruleText: '部门预算管理规定：不得用于偿还债务和居民应自行承担的事项' },
  { ...plain, name: '党组织为民服务专项经费', kind: 'special-fund', form: 'cash', giver: '市、区两级财政', bankAccount: '示例银行柳荫支行 9901 0002', levels: [community, street, department], payers: [{ name: '市级', percent: 50 }, { name: '区级', percent: 50 }], overspend: 'warn', allowedUses: ['environment', 'facility', 'elderly-children', 'culture', 'safety', 'mediation', 'volunteer', 'hardship'], ruleText: '专项经费管理办法“八用七不用”' },
  { ...plain, name: '事项准入随转经费', kind: 'task-money', form: 'cash', giver: '准入事项牵头部门', bankAccount: '示例银行柳荫支行 9901 0003', levels: [community, department, bureau], payers: [{ name: '牵头部门', percent: 100 }], overspend: 'stop', taskName: '独居老人助餐配送协助', ruleText: '费随事转：只用于准入的事项' },
  { ...plain, name: '共建企业捐赠', kind: 'enterprise', form: 'cash', giver: '辖区共建企业', bankAccount: '示例银行柳荫支行 9901 0004', levels: [community], payers: [{ name: '共建企业', percent: 100 }], overspend: 'stop', ruleText: '捐赠协议约定的用途' },
  { ...plain, name: '社会组织合作经费', kind: 'social-organisation', form: 'cash', giver: '社会组织服务中心', bankAccount: '示例银行柳荫支行 9901 0005', levels: [community, street], payers: [{ name: '社会组织', percent: 70 }, { name: '社区配套', percent: 30 }], overspend: 'stop', ruleText: '合作协议约定的用途' },
  { ...plain, name: '爱心物资', kind: 'donation', form: 'in-kind', giver: '爱心商户和居民', bankAccount: '', levels: [community], payers: [{ name: '捐赠方', percent: 100 }], overspend: 'stop', allowedUses: ['hardship', 'elderly-children', 'volunteer'], ruleText: '实物捐赠只用于困难帮扶和一老一小' },
];

/** The source of an admitted task, given by the department that brought it. */
export const taskSource = (giver: string): SourceDraft => ({ ...plain, name: `${giver}随转经费`, kind: 'task-money', form: 'cash', giver, bankAccount: '示例银行柳荫支行 9901 0006', levels: [community, department], payers: [{ name: giver, percent: 100 }], overspend: 'stop', ruleText: '费随事转：只用于准入的事项' });

export type InventedLine = { readonly code: string; readonly name: string; readonly kind: 'project' | 'salary' | 'platform'; readonly source: number; readonly normFen: number; readonly quantity: number; readonly unit: string; readonly use: string; readonly titles: readonly string[]; readonly department: readonly string[]; readonly payee: string };

/** Lines of every invented year; the norm times the quantity is what is asked for. */
export const INVENTED_LINES: readonly InventedLine[] = [
  { code: 'B01', name: '网格员工资和补贴', kind: 'salary', source: 0, normFen: 5_400_000, quantity: 10, unit: '人', use: 'subsidy', titles: ['网格员月度补贴', '网格员加班补助', '网格员通信补贴'], department: ['社区居委会'], payee: '网格员补贴发放表' },
  { code: 'B02', name: '平台建设和维护', kind: 'platform', source: 0, normFen: 15_000_000, quantity: 1, unit: '项', use: 'platform', titles: ['平台终端维护', '网格通网络费', '平台硬盘更换'], department: ['社区居委会'], payee: '示例网络服务部' },
  { code: 'P01', name: '环境整治', kind: 'project', source: 1, normFen: 30_000_000, quantity: 1, unit: '项', use: 'environment', titles: ['楼道清理粉刷', '垃圾房改造', '绿化补种', '河道边清理'], department: ['社区居委会', '街道城管办', '物业联席会'], payee: '示例环境工程队' },
  { code: 'P02', name: '便民设施维修', kind: 'project', source: 1, normFen: 36_000_000, quantity: 1, unit: '项', use: 'facility', titles: ['加装楼道扶手', '路灯维修', '健身器材更换', '非机动车棚改造'], department: ['社区居委会', '街道民生办', '业委会'], payee: '示例五金维修店' },
  { code: 'P03', name: '一老一小服务', kind: 'project', source: 1, normFen: 24_000_000, quantity: 1, unit: '项', use: 'elderly-children', titles: ['长者助餐点补贴', '暑期托管班', '适老化改造'], department: ['社区居委会', '街道民生办'], payee: '示例养老服务社' },
  { code: 'P04', name: '文体活动', kind: 'project', source: 3, normFen: 16_000_000, quantity: 1, unit: '项', use: 'culture', titles: ['邻里节活动', '广场舞队音响', '社区运动会'], department: ['社区居委会', '文体团队'], payee: '示例文化用品店' },
  { code: 'P05', name: '安全隐患整治', kind: 'project', source: 0, normFen: 28_000_000, quantity: 1, unit: '项', use: 'safety', titles: ['灭火器更换', '充电桩加装', '外墙隐患排查'], department: ['社区居委会', '街道应急办', '派出所'], payee: '示例消防器材店' },
  { code: 'P06', name: '困难帮扶物资', kind: 'project', source: 5, normFen: 8_000_000, quantity: 1, unit: '批', use: 'hardship', titles: ['春节慰问物资', '夏季送清凉', '困难户米油'], department: ['社区居委会'], payee: '领用清单' },
  { code: 'P07', name: '助餐配送协助', kind: 'project', source: 2, normFen: 2_000, quantity: 6_000, unit: '人次', use: 'elderly-children', titles: ['助餐配送车辆', '助餐配送人员补助'], department: ['社区居委会'], payee: '示例餐饮店' },
  { code: 'P08', name: '志愿服务', kind: 'project', source: 4, normFen: 10_000_000, quantity: 1, unit: '项', use: 'volunteer', titles: ['志愿者服装', '志愿服务站用品', '志愿者培训'], department: ['社区居委会', '志愿者协会'], payee: '示例服装店' },
];

export const INVENTED_PARTNERS = [
  { name: '柳荫百货商场', kind: 'enterprise', contact: '周明', contactPhone: '13900000101' }, { name: '示例餐饮公司', kind: 'enterprise', contact: '吴丽', contactPhone: '13900000102' }, { name: '阳光社会工作服务中心', kind: 'social-organisation', contact: '郑洁', contactPhone: '13900000103' },
  { name: '邻里互助会', kind: 'social-organisation', contact: '冯刚', contactPhone: '13900000104' }, { name: '示例口腔诊所', kind: 'enterprise', contact: '蒋红', contactPhone: '13900000105' }, { name: '退休教师志愿队', kind: 'person', contact: '沈老师', contactPhone: '' },
] as const;
