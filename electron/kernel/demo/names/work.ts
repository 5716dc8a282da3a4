import type { WeightedGroup } from './weighted.ts';

/** Places of work of the demo's people; none of them exists. */
export const workplaces: readonly string[] = [
  '穗丰机械厂', '荻城棉纺厂', '汲泉自来水厂', '青檀印刷厂', '望穗食品厂', '听橹船舶配件厂', '晴耕农机公司', '枕溪纸业公司', '棠影服装公司', '栖麓建材公司',
  '云笺文具公司', '槐序家具公司', '萤火灯具公司', '渔灯水产公司', '稻香米业公司', '桑榆养老服务公司', '絮语文化传播公司', '竹笺软件公司', '蓼汀园林公司', '柳荫物业公司',
  '荻城公交公司', '荻城环卫公司', '荻城供电所', '荻城燃气站', '荻城邮政支局', '荻城电信营业厅', '荻城信用社', '柳荫社区居委会', '柳荫卫生服务站', '荻城第二医院',
  '柳荫幼儿园', '青檀小学', '望穗小学', '荻城第三中学', '荻城第七中学', '荻城职业学校', '荻城图书馆', '荻城文化馆', '荻城体育中心', '柳荫菜市场',
  '穗客超市', '荻花百货商店', '枕溪宾馆', '听橹茶楼', '渔灯饭店', '稻香面馆', '晴耕早餐店', '云笺书店', '棠影理发店', '槐序药店',
  '青檀五金店', '望穗水果店', '萤火修理铺', '栖麓汽修店', '蓼汀洗衣店', '荻城快递站', '荻城货运站', '荻城出租车队', '荻城建筑工程队', '荻城装饰工程队',
];

/** Occupations of people of working age, as written in a register (free text there). */
export const occupations: readonly WeightedGroup[] = [
  { weight: 10, values: ['工人', '职员', '个体经营者'] },
  { weight: 6, values: ['营业员', '服务员', '建筑工人', '司机', '快递员'] },
  { weight: 4, values: ['教师', '护士', '会计', '技术员', '厨师', '保安', '保洁员', '销售员'] },
  { weight: 2, values: ['医生', '工程师', '公务员', '社区工作者', '电工', '维修工', '程序员', '裁缝', '理发师', '家政服务员'] },
  { weight: 1, values: ['律师', '设计师', '驾校教练', '园艺工'] },
];

/** What is written instead of an occupation. */
export const withoutWork = { student: '学生', retired: '退休人员', unemployed: '待业', preschool: '学龄前儿童' } as const;
