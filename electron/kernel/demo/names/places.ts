/** Streets of the demo's community: put together from plants and wishes, not taken from a map. */
export const roadNames: readonly string[] = [
  '柳荫东路', '柳荫西路', '青檀巷', '听橹巷', '望穗路', '荻花街', '枕溪路', '稻香里', '蓼汀路', '槐序街',
  '絮语巷', '桑榆北路', '晴耕路', '云笺巷', '汲泉街', '栖麓路', '竹笺里', '萤火巷', '棠影路', '渔灯街',
];

/** Housing estates of the demo, each with what it is: the codes of table `grid-nature`. */
export const estateNames: readonly { readonly name: string; readonly nature: string }[] = [
  { name: '柳荫一村', nature: 'old-estate' },
  { name: '柳荫二村', nature: 'old-estate' },
  { name: '柳荫三村', nature: 'old-estate' },
  { name: '青檀新村', nature: 'old-estate' },
  { name: '听橹小区', nature: 'old-estate' },
  { name: '槐序小区', nature: 'old-estate' },
  { name: '望穗家园', nature: 'resettlement' },
  { name: '稻香安置小区', nature: 'resettlement' },
  { name: '渔灯家园', nature: 'resettlement' },
  { name: '荻花苑', nature: 'new-estate' },
  { name: '枕溪雅居', nature: 'new-estate' },
  { name: '晴耕花园', nature: 'new-estate' },
  { name: '云笺府', nature: 'new-estate' },
  { name: '棠影公馆', nature: 'new-estate' },
  { name: '栖麓名庭', nature: 'new-estate' },
  { name: '穗丰机械厂家属院', nature: 'work-unit' },
  { name: '荻城棉纺厂家属院', nature: 'work-unit' },
  { name: '汲泉水厂宿舍', nature: 'work-unit' },
  { name: '桑榆混合楼院', nature: 'mixed-housing' },
  { name: '渔灯商住楼', nature: 'mixed-use' },
];
