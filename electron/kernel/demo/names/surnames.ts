import type { WeightedGroup } from './weighted.ts';

/**
 * Two hundred surnames in groups of about the same frequency; a weight is roughly the people of that name in ten thousand, after the
 * order in which the Ministry of Public Security's yearly figures list the names. Good enough for invented people, not for statistics.
 */
export const surnames: readonly WeightedGroup[] = [
  { weight: 715, values: ['王'] },
  { weight: 710, values: ['李'] },
  { weight: 675, values: ['张'] },
  { weight: 510, values: ['刘'] },
  { weight: 450, values: ['陈'] },
  { weight: 310, values: ['杨'] },
  { weight: 220, values: ['黄', '赵'] },
  { weight: 195, values: ['吴', '周'] },
  { weight: 140, values: ['徐', '孙'] },
  { weight: 118, values: ['马', '朱', '胡', '郭', '何', '林'] },
  { weight: 98, values: ['高', '罗', '郑', '梁'] },
  { weight: 74, values: ['谢', '宋', '唐', '许', '韩', '邓'] },
  { weight: 56, values: ['冯', '曹', '彭', '曾', '肖', '田', '董', '潘', '袁', '蔡'] },
  { weight: 46, values: ['蒋', '余', '于', '杜', '叶', '程', '魏', '苏', '吕', '丁'] },
  { weight: 38, values: ['任', '卢', '姚', '沈', '钟', '姜', '崔', '谭', '陆', '范', '汪', '廖'] },
  { weight: 31, values: ['石', '金', '韦', '贾', '夏', '付', '方', '邹', '熊', '白', '孟', '秦'] },
  { weight: 25, values: ['邱', '侯', '江', '尹', '薛', '闫', '段', '雷', '龙', '黎', '史', '陶'] },
  { weight: 20, values: ['贺', '毛', '郝', '顾', '龚', '邵', '万', '覃', '武', '钱', '戴', '严', '莫', '孔', '向', '常'] },
  {
    weight: 13,
    values: ['汤', '温', '康', '施', '牛', '文', '樊', '葛', '邢', '安', '齐', '易', '乔', '伍', '庞', '颜', '倪', '庄', '聂', '章', '鲁', '岳', '翟', '殷', '詹', '申', '欧', '耿', '关', '兰'],
  },
  {
    weight: 8,
    values: ['焦', '俞', '左', '柳', '甘', '祝', '包', '宁', '符', '阮', '舒', '纪', '梅', '童', '凌', '毕', '单', '裴', '霍', '涂', '成', '苗', '谷', '盛', '曲', '翁', '冉', '骆', '蓝', '路'],
  },
  {
    weight: 5,
    values: ['游', '辛', '靳', '管', '柴', '蒙', '鲍', '华', '喻', '祁', '房', '滕', '屈', '饶', '解', '牟', '艾', '尤', '阳', '时', '穆', '农', '司', '古', '吉', '卓', '简', '车', '项', '连', '褚', '娄', '席', '佟', '戚', '缪'],
  },
  { weight: 2, values: ['欧阳', '上官', '司马', '诸葛'] },
];
