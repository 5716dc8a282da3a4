/** What people bring, by kind: how often, what it says, how it ends. */
export type InventedKind = { readonly kind: string; readonly weight: number; readonly subjects: readonly string[]; readonly results: readonly string[]; readonly toDepartment: number };

export const inventedKinds: readonly InventedKind[] = [
  { kind: 'garbage', weight: 9, subjects: ['垃圾桶满溢没有清运', '楼后堆了装修垃圾', '绿化带里有生活垃圾'], results: ['已联系清运，当天清完', '垃圾已清运，增加一次巡回保洁'], toDepartment: 12 },
  { kind: 'corridor', weight: 9, subjects: ['楼道堆放杂物', '消防通道停了旧自行车', '楼梯口堆纸箱'], results: ['与住户说明后自行清走', '限期清理，已复查'], toDepartment: 4 },
  { kind: 'building-illegal', weight: 2, subjects: ['一楼院子私搭棚子', '楼顶搭建阳光房'], results: ['已拆除并恢复原状', '执法队已立案查处'], toDepartment: 85 },
  { kind: 'street-trade', weight: 3, subjects: ['路口摊贩占道', '早餐车堵住单元门'], results: ['劝导后迁到便民点'], toDepartment: 55 },
  { kind: 'noise', weight: 6, subjects: ['楼上深夜装修', '广场舞音量太大', '空调外机响声大'], results: ['约定作息时间，双方认可', '已调低音量'], toDepartment: 10 },
  { kind: 'pets', weight: 3, subjects: ['遛狗不牵绳', '狗叫影响休息'], results: ['上门提醒，住户已办犬证'], toDepartment: 8 },
  { kind: 'parking', weight: 7, subjects: ['消防通道停车', '车位被占引起争执', '电动车乱停放'], results: ['车主已挪车', '补画禁停线'], toDepartment: 18 },
  { kind: 'lighting', weight: 6, subjects: ['楼道路灯不亮', '小区东门路灯坏了'], results: ['已换灯泡', '线路修好，灯已亮'], toDepartment: 30 },
  { kind: 'road', weight: 3, subjects: ['人行道地砖松动', '路面有坑，老人绊倒'], results: ['已修补路面'], toDepartment: 70 },
  { kind: 'manhole', weight: 1, subjects: ['井盖破损'], results: ['当天更换井盖'], toDepartment: 80 },
  { kind: 'drainage', weight: 5, subjects: ['下水道堵塞返水', '化粪池满溢'], results: ['已疏通', '吸污车已清掏'], toDepartment: 35 },
  { kind: 'water', weight: 4, subjects: ['楼上漏水到家里', '水压低，用水困难'], results: ['换了接头，不再漏', '水务公司已调压'], toDepartment: 30 },
  { kind: 'power', weight: 3, subjects: ['飞线给电动车充电', '单元总闸跳闸'], results: ['已剪除飞线', '电工已修好'], toDepartment: 25 },
  { kind: 'gas', weight: 1, subjects: ['楼道闻到燃气味'], results: ['燃气公司到场处理，无泄漏'], toDepartment: 90 },
  { kind: 'lift', weight: 3, subjects: ['电梯停在三楼不动', '电梯有异响'], results: ['维保到场修好'], toDepartment: 30 },
  { kind: 'fire-risk', weight: 4, subjects: ['电动车推进楼里充电', '灭火器过期', '疏散门锁住'], results: ['已整改，拍照留存', '更换灭火器'], toDepartment: 20 },
  { kind: 'house-danger', weight: 2, subjects: ['外墙皮脱落', '阳台开裂'], results: ['已设围挡并报修'], toDepartment: 65 },
  { kind: 'property-service', weight: 5, subjects: ['物业保洁不到位', '门禁坏了没人修'], results: ['物业已增派人手', '门禁已修复'], toDepartment: 6 },
  { kind: 'neighbour', weight: 5, subjects: ['邻居因漏水争执', '楼上晾衣滴水'], results: ['调解成功，签了协议', '双方同意各让一步'], toDepartment: 3 },
  { kind: 'family', weight: 2, subjects: ['子女赡养有分歧', '夫妻争吵求助'], results: ['上门调解，已和好'], toDepartment: 5 },
  { kind: 'wages', weight: 1, subjects: ['装修工钱拖欠'], results: ['劳动监察介入，已支付'], toDepartment: 75 },
  { kind: 'petition', weight: 2, subjects: ['对拆迁补偿有意见', '反映停车收费不合理'], results: ['已当面答复'], toDepartment: 50 },
  { kind: 'public-order', weight: 2, subjects: ['电瓶被盗', '有陌生人敲门推销'], results: ['已报派出所', '加装监控并提醒住户'], toDepartment: 60 },
  { kind: 'social-security', weight: 5, subjects: ['养老金资格认证', '医保报销怎么办'], results: ['代办完成', '已帮助线上认证'], toDepartment: 8 },
  { kind: 'relief', weight: 3, subjects: ['申请临时救助', '低保年审'], results: ['材料已上报', '救助金已发放'], toDepartment: 40 },
  { kind: 'certificate', weight: 4, subjects: ['居住证到期换领', '需要居住情况说明'], results: ['已办好', '告知不再需要证明'], toDepartment: 5 },
  { kind: 'elderly', weight: 3, subjects: ['独居老人需要助餐', '申请居家适老改造'], results: ['已安排送餐', '志愿者每周上门'], toDepartment: 25 },
  { kind: 'advice', weight: 5, subjects: ['咨询高龄津贴', '咨询加装电梯政策'], results: ['已当场解答'], toDepartment: 0 },
  { kind: 'suggestion', weight: 3, subjects: ['建议增设休息椅', '建议增加充电桩'], results: ['已列入改造计划'], toDepartment: 15 },
  { kind: 'other', weight: 2, subjects: ['求助开锁', '寻找走失老人'], results: ['已帮助解决'], toDepartment: 5 },
];

export const inventedChannels = [['visit', 38], ['desk', 22], ['phone', 16], ['hotline', 9], ['inspection', 5], ['meeting', 3], ['letter', 2], ['proposal', 2], ['department', 2], ['superior', 1]] as const;
export const inventedStaff = ['王芳', '张磊', '陈静', '刘洋', '赵敏', '孙浩'] as const;
export const inventedParties = ['陈先生', '林女士', '周阿姨', '吴师傅', '郑大爷', '何女士', '许先生', '沈阿姨'] as const;
