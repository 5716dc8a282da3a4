import { noConditions, type PostDraft } from '#shared/modules/staff/posts/post.schema.ts';

/** The posts of a community of usual size, with what a notice of recruitment asks for. */
export const demoPosts = (grids: number): readonly (PostDraft & { readonly key: string })[] => [
  { key: 'head', name: '站长', level: 'station', quota: 1, duties: '主持社区工作站；审批派遣、考评和经费；对街道负责。', content: '全站人员、事项、经费和考核。', scope: '全社区', conditions: { ...noConditions, minEducation: '30', minYears: 3, maxAge: 58 }, subsidyFen: 120_000, answersForGrid: false, note: '' },
  { key: 'deputy', name: '副站长', level: 'station', quota: 1, duties: '协助站长；负责网格管理、值班和培训。', content: '网格员队伍、值班表、培训计划。', scope: '全社区', conditions: { ...noConditions, minEducation: '30', minYears: 2 }, subsidyFen: 80_000, answersForGrid: false, note: '' },
  { key: 'desk', name: '窗口社工', level: 'station', quota: 5, duties: '服务台接待、登记、代办和答复。', content: '来人来电事项、证明、补贴申请。', scope: '便民服务站', conditions: { ...noConditions, minEducation: '30', minAge: 20, maxAge: 45, professions: ['social-work', 'public-admin', 'law'], others: ['普通话二级乙等以上'] }, subsidyFen: 30_000, answersForGrid: false, note: '' },
  { key: 'grid', name: '网格员', level: 'grid', quota: grids, duties: '采集信息、走访、巡查、上报、化解、宣传和代办。', content: '网格内的人、房、单位、事项和隐患。', scope: '所负责的一个网格', conditions: { ...noConditions, minEducation: '60', minAge: 18, maxAge: 50 }, subsidyFen: 50_000, answersForGrid: true, note: '' },
  { key: 'mediator', name: '人民调解员', level: 'station', quota: 1, duties: '调解邻里、婚姻家庭和物业纠纷。', content: '矛盾纠纷排查与调处记录。', scope: '全社区', conditions: { ...noConditions, minYears: 2, professions: ['law', 'social-work'] }, subsidyFen: 20_000, answersForGrid: false, note: '' },
];

export const demoRules = [
  { name: '月度走访之星', kind: 'reward', form: 'bonus', amountFen: 30_000, gradeStep: 0, basis: '《社区网格员奖惩办法（试行）》第六条' },
  { name: '化解重大纠纷', kind: 'reward', form: 'bonus', amountFen: 80_000, gradeStep: 0, basis: '《社区网格员奖惩办法（试行）》第七条' },
  { name: '年度优秀网格员', kind: 'reward', form: 'grade-up', amountFen: 200_000, gradeStep: 1, basis: '《社区网格员奖惩办法（试行）》第九条' },
  { name: '隐患瞒报', kind: 'penalty', form: 'notice', amountFen: 0, gradeStep: 0, basis: '《社区网格员奖惩办法（试行）》第十二条' },
  { name: '无故缺岗', kind: 'penalty', form: 'deduction', amountFen: 20_000, gradeStep: 0, basis: '《社区网格员奖惩办法（试行）》第十一条' },
  { name: '网格优秀走访', kind: 'reward', form: 'honour', amountFen: 0, gradeStep: 0, basis: '《社区网格员奖惩办法（试行）》第八条', level: 'grid' },
  { name: '考评不合格约谈', kind: 'penalty', form: 'talk', amountFen: 0, gradeStep: 0, basis: '《社区网格员奖惩办法（试行）》第十三条' },
] as const;
export const demoFacts = ['主动上门走访独居老人 26 户次，记录完整。', '楼上漏水纠纷三次上门，当日签订调解协议。', '台风夜逐户通知转移，无人受伤。', '居民来信表扬，代办残疾证往返四次。'] as const;
export const demoFaults = ['3 月第二周两次值班未到岗，事先没有请假。', '巡查发现楼道堆放电动车，隔日才上报。'] as const;
/** Monthly amounts of the five grades in fen. */
export const demoSubsidies = [40_000, 60_000, 85_000, 115_000, 150_000] as const;
