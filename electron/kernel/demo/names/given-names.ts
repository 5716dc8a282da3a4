/** Characters given names are made of, for people born in the years `from`…`until`. */
export type GivenNameFashion = {
  readonly from: number;
  readonly until: number;
  /** Of a hundred names, how many have a single character. */
  readonly singlePercent: number;
  readonly male: readonly string[];
  readonly female: readonly string[];
};

const characters = (text: string): readonly string[] => text.split('');

/** Fashions in names by the decade of birth: what was frequent then, as public statistics on names describe it. */
export const givenNameFashions: readonly GivenNameFashion[] = [
  {
    from: 1900,
    until: 1949,
    singlePercent: 8,
    male: characters('德福贵财宝祥庆云山海树生根发有长金玉清文明志国忠义和兴昌茂荣'),
    female: characters('秀英桂兰玉珍凤淑芝素菊莲翠香梅巧彩月娥琴美荣云花清慧芬银爱惠'),
  },
  {
    from: 1950,
    until: 1969,
    singlePercent: 14,
    male: characters('建国华军援朝卫东红永胜利民文革志强保平新跃进爱党光明春生学农福成林'),
    female: characters('秀英玉兰桂芳红梅丽萍淑华爱珍凤霞素琴美玲春燕月娟惠敏建荣小云菊香'),
  },
  {
    from: 1970,
    until: 1989,
    singlePercent: 36,
    male: characters('伟勇军磊涛斌强鹏杰峰超波辉刚健明亮飞凯浩俊宏志海东晓建文华平'),
    female: characters('丽娟艳敏静燕霞芳娜红婷玲莉雪梅慧颖洁琳萍晓倩莹春海媛蓉晶丹佳'),
  },
  {
    from: 1990,
    until: 2009,
    singlePercent: 22,
    male: characters('俊杰宇轩浩天文博志远泽鑫嘉豪子涵晨阳一鸣凯旋家伟思源昊然明哲睿'),
    female: characters('雨婷欣怡佳琪思梦瑶诗涵雪晴紫萱静雯嘉慧晓彤可馨悦心颖子晗文艺琳'),
  },
  {
    from: 2010,
    until: 2099,
    singlePercent: 8,
    male: characters('浩宇子轩沐辰奕泽宸睿梓铭皓景行一诺承佑明俊熙嘉言煜城书尧亦安牧'),
    female: characters('梓涵诗雨欣妍一诺若汐沐语桐可心奕宸芷萌书瑶知夏安然苒依晨悦伊念清'),
  },
];
