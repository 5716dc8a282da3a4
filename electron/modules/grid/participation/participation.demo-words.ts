/** What residents of an invented place ask, by topic; each with an answer that was given. */
export const ASKED: readonly (readonly [topic: string, subject: string, answer: string])[] = [
  ['environment', '垃圾投放点夜间没有灯', '已加装太阳能照明灯一盏'],
  ['environment', '楼下花坛长期无人打理', '物业每周五打理，志愿者认领一片'],
  ['parking', '消防通道被占停车', '已划线并加装立柱'],
  ['parking', '希望增加非机动车充电棚', '在东门设 12 个充电位'],
  ['elder-care', '独居老人午餐不方便', '老年食堂每日送餐到楼'],
  ['elder-care', '希望多办测血压活动', '每月第一个周三在服务站测量'],
  ['children', '放学后孩子没地方去', '议事厅四点半开放作业桌'],
  ['children', '儿童滑梯螺丝松动', '已由物业更换并列入每月检查'],
  ['security', '单元门禁失灵', '门禁已更换，钥匙卡在物业领取'],
  ['security', '高空抛物', '已张贴提示并由网格员上门劝导'],
  ['property', '电梯等待时间长', '物业调整高峰停靠楼层'],
  ['property', '外墙渗水', '维修资金使用方案正在征求意见'],
  ['culture', '希望有固定的合唱场地', '周二、周四晚上议事厅可用'],
  ['other', '希望公示牌字大一些', '公示牌已改为大字版'],
];
export const PROPOSED: readonly (readonly [topic: string, title: string])[] = [
  ['environment', '把东门空地改成口袋公园'],
  ['parking', '小区错时停车公约'],
  ['elder-care', '每栋楼设一位敲门员'],
  ['children', '暑期托管班由居民轮值'],
  ['culture', '恢复邻里节'],
  ['security', '楼道不停电动车公约'],
  ['property', '加装电梯意见征集'],
  ['environment', '雨水花园试点'],
];
export const VIEWS = ['多数人赞成，担心费用；建议先试一处。', '三位居民提出噪音问题，约定晚九点后关闭。', '一楼住户有顾虑，物业答应先量采光。', '一致赞成，愿意轮流值守。'] as const;
export const TEAMS: readonly (readonly [kind: string, name: string, purpose: string, meets: string])[] = [
  ['mutual-help', '楼门互助队', '陪诊、代买、应急敲门', '随叫随到'],
  ['mutual-help', '爱心缝补组', '免费缝补、磨刀', '每月 10 日'],
  ['interest', '柳荫合唱队', '唱老歌，过节演出', '周二、周四晚'],
  ['interest', '棋友会', '象棋、围棋', '每天下午'],
  ['interest', '夜跑团', '绕小区三圈', '周一、三、五'],
  ['talk', '邻里议事会', '把小区的事议明白', '每月最后一个周六'],
  ['talk', '一米高度议事会', '孩子们看小区', '寒暑假'],
];
export const ACTIVITIES: readonly (readonly [kind: string, title: string])[] = [
  ['festival', '邻里节'], ['festival', '元宵灯谜会'], ['culture', '合唱排练'], ['sport', '楼栋拔河赛'], ['learning', '智能手机课堂'], ['learning', '急救技能课'], ['cleaning', '周末清洁日'], ['care', '老人集体生日'], ['children', '亲子种植角'],
];
export const JOBS: readonly (readonly [title: string, place: string, minutes: number])[] = [
  ['楼道清理', '各单元楼道', 120], ['独居老人探访', '老人家中', 90], ['议事厅值守', '议事厅', 180], ['垃圾分类引导', '投放点', 120], ['儿童作业桌陪伴', '议事厅', 120], ['节日布置', '中心花园', 150], ['义务理发', '服务站', 180], ['路口护学', '东门路口', 60],
];
export const SKILLS = ['', '理发', '急救', '书法', '修水电', '会开车', '教过书', '会手语'] as const;
export const GIFTS = ['洗衣液一瓶', '理发一次', '物业费抵扣', '大米一袋', '体检券一张'] as const;
