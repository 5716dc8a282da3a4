import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { read } from 'hucre';
import { describe, expect, it } from 'vitest';
import { buildCodeIndex, findInIndex } from '#electron/kernel/code-tables/code-index.ts';
import { shippedTables, shippedTableSchema } from '#electron/kernel/code-tables/shipped-tables.ts';
import en from '#resources/locales/en.ts';
import zh from '#resources/locales/zh-CN.ts';
import { foldLabel } from '#shared/kernel/code-tables/code-label.rules.ts';
import { gridMemberDraftSchema } from '#shared/modules/staff/grid-member.schema.ts';
import { personCategories, sexes } from '#shared/modules/grid/register/person.schema.ts';

const index = buildCodeIndex(shippedTables, []);
const codesOf = (table: string): string[] => (index.get(table)?.items ?? []).map((item) => item.code);
const codeOf = (table: string, text: string): string | undefined => findInIndex(index, table, text)?.code;

/** The drop-down lists of the province's registration forms, as far as the desk keeps a table for them. */
const formLists: Readonly<Record<string, readonly string[]>> = {
  sex: ['男|女|不明'],
  marital: ['未婚|已婚|离婚|丧偶|其他'],
  ethnic: [
    '汉族|蒙古族|满族|朝鲜族|赫哲族|达斡尔族|鄂温克族|鄂伦春族|回族|东乡族|土族|撒拉族|保安族|裕固族|维吾尔族|哈萨克族|柯尔克孜族|锡伯族|塔吉克族|乌孜别克族|俄罗斯族|塔塔尔族|藏族|门巴族|珞巴族|羌族|彝族|白族|哈尼族|傣族|傈僳族|佤族|拉祜族|纳西族|景颇族|布朗族|阿昌族|普米族|怒族|德昂族|独龙族|基诺族|苗族|布依族|侗族|水族|仡佬族|壮族|瑶族|仫佬族|毛南族|京族|土家族|黎族|畲族|高山族|混血儿族|中外血统|其他',
  ],
  political: [
    '中国共产党党员|九三学社社员|台湾民主自治同盟盟员|无党派民主人士|群众|中国共产党预备党员|中国共产主义青年团团员|中国国民党革命委员会会员|中国民主同盟盟员|中国民主建国会会员|中国民主促进会会员|中国农工民主党党员|中国致公党党员|中国少年先锋队|其他',
  ],
  education: ['博士|研究生|大学本科|大专|高中|中专|初中|小学|学龄前|文盲'],
  'family-relation': ['户主|小集体户主|配偶|子女|孙子（女）|外孙（女）|父母|配偶父母|祖父母|外祖父母|曾孙子（女）|曾外孙（女）|曾祖父母|外曾父母|其他|女婿|儿媳|兄弟姐妹'],
  'residence-status': ['人户同在|户在人不在|人在户不在'],
  'registration-type': ['未落实常住户口|非农家庭户口|农业家庭户口|非农集体户口|农业集体户口|自理口粮户|寄住户口|暂住户口|渔业户口|其他户口'],
  'absence-reason': ['求学入托|探亲靠友|务工经商|房屋拆迁|他处另有住房|其他'],
  'inflow-reason': ['未知|务工经商|房屋拆迁|投亲靠友|两处以上住房|求学入托|分配调动工作|分换住房|其他'],
  'stay-place': ['租赁房屋|自建房屋|购买房屋|单位内部|工地场所|居民家中|旅馆（包租）|个体摊点|家教场所|流动性单位|其他'],
  'stay-permit': ['登记类|临时居住证|居住证'],
  'stay-length': ['一个月以下|一个月至一年|一年以上', '长期|短期|临时'],
  'dwelling-use': ['住宅|商业|办公|工业|综合|仓储|其他', '个人住宅|集体宿舍|临时工棚|办公用房|商业用房|科教文体医用房|工业用房|其他民用用房'],
  'dwelling-structure': ['钢结构|钢、钢筋混凝土结构|钢筋混凝土结构|混合结构|砖木结构|木结构|简易棚|其他'],
  'dwelling-rental-use': ['宿舍|住房|店面|仓库|工厂、工场|其他'],
  'dwelling-rental-type': ['套房|平房|地下室|通天房|其他'],
  'dwelling-hazard': ['严重|一般|安全'],
  'dwelling-source': ['购买商品房|购买房改房|购买经济适用房|个人自建房|其他形式取得'],
  'dwelling-ownership': ['私房|公房|企业产房|其他', '单位自管公房|政府公管公房|个人私有', '自有产权|租赁公房'],
  'id-document': ['营业执照|身份证|其他'],
  'grid-member-employment': ['专职|兼职'],
};

describe('the shipped code tables', () => {
  it('are all the files of their folder', () => {
    expect(shippedTables.map(({ table }) => `${table}.json`).sort()).toEqual(readdirSync('resources/code-tables').sort());
  });
  it('have a title in both languages', () => {
    for (const { table } of shippedTables) for (const words of [zh, en]) expect(Object.keys(words)).toContain(`code-table.${table}`);
  });
  it.each(shippedTables.map((table) => [table.table, table] as const))('%s: no code, label or other word stands for two values', (_name, { table, items }) => {
    const owners = items.flatMap(({ code, zh: chinese, en: english, aliases }) => [...new Set([code, chinese, english, ...aliases].map(foldLabel))].map((word) => [word, code] as const));
    const words = owners.map(([word]) => word);
    expect(words.filter((word, at) => words.indexOf(word) !== at), table).toEqual([]);
  });
  it('a file with a value that has no label is refused', () => {
    expect(shippedTableSchema.safeParse({ table: 'sex', standard: 'x', source: 'x', editable: false, items: [{ code: '1', zh: '', en: 'Male' }] }).success).toBe(false);
  });
  it('hold the 56 ethnic groups by their numbers and the two values after them', () => {
    expect(codesOf('ethnic')).toEqual([...Array.from({ length: 56 }, (_, at) => String(at + 1).padStart(2, '0')), '97', '98']);
  });
  it('hold exactly the values the records accept', () => {
    expect(codesOf('sex')).toEqual([...sexes]);
    expect(codesOf('person-category')).toEqual([...personCategories]);
    expect(codesOf('grid-member-employment')).toEqual(gridMemberDraftSchema.shape.employment.options);
    for (const table of ['sex', 'person-category', 'grid-member-employment', 'residence-status']) expect(shippedTables.find((shipped) => shipped.table === table)?.editable, table).toBe(false);
  });
  it('fix what a national standard fixes', () => {
    for (const { standard, editable, table } of shippedTables) if (/^G[AB]/.test(standard)) expect(editable, table).toBe(false);
  });
});

describe('the words of the registration forms', () => {
  it.each(Object.entries(formLists))('%s: every choice of the drop-down lists is known', (table, lists) => {
    const unknown = lists.flatMap((list) => list.split('|')).filter((word) => codeOf(table, word) === undefined);
    expect(unknown).toEqual([]);
  });
  it.each(Object.entries(formLists))('%s: two choices of one list are two values', (table, lists) => {
    const merged = new Set(['混血儿族', '其他', '户主', '小集体户主']); // both mean 97; a head of either kind of household is its head
    for (const list of lists) {
      const codes = list.split('|').filter((word) => !merged.has(word)).map((word) => codeOf(table, word));
      expect(new Set(codes).size, list).toBe(codes.length);
    }
  });
  it.each([
    ['ethnic', '汉', '01'],
    ['ethnic', ' 土家 族 ', '15'],
    ['education', '小学文化', '80'],
    ['education', '初级中学', '70'],
    ['family-relation', '本人或户主', '02'],
    ['family-relation', '孙子(女)', 'X3'],
    ['id-document', '身份证', '111'],
    ['political', '党员', '01'],
    ['sex', '１', '1'],
    ['dwelling-structure', '砖混', 'brick-concrete'],
  ])('%s: %s is %s', (table, text, code) => {
    expect(codeOf(table, text)).toBe(code);
  });
  it('does not guess', () => {
    expect(codeOf('ethnic', '外星族')).toBeUndefined();
    expect(codeOf('ethnic', '')).toBeUndefined();
    expect(codeOf('no-such-table', '男')).toBeUndefined();
  });
});

const FORMS = '../shared/data/filled-forms';
const columns: Readonly<Record<string, string>> = {
  性别: 'sex',
  与户主关系: 'family-relation',
  民族: 'ethnic',
  政治面貌: 'political',
  文化程度: 'education',
  婚姻状况: 'marital',
  人户状态: 'residence-status',
  流入原因: 'inflow-reason',
  暂住处所: 'stay-place',
  专兼职情况: 'grid-member-employment',
};

describe.skipIf(!existsSync(FORMS))('the filled forms (skipped where their folder is absent)', () => {
  it.each(['HOUSEHOLDSTAFF', 'FLOATINGPOPULATION', 'GRIDTEAM'])('%s: every coded cell is known, but for the spoiled ones', async (form) => {
    const workbook = await read(readFileSync(join(FORMS, `${form}-filled.xls`)));
    const rows = Array.from(workbook.sheets[0]?.rows ?? [], (row) => row ?? []); // an empty row is a hole in the list
    const header = rows.findIndex((row) => row.some((cell) => String(cell ?? '').startsWith('姓名')));
    const titles = (rows[header] ?? []).map((cell) => String(cell ?? '').replaceAll(/[\s*]/g, ''));
    const coded = titles.flatMap((title, at) => (columns[title] ? [{ at, table: columns[title] }] : []));
    const unknown = new Set<string>();
    for (const row of rows.slice(header + 1))
      for (const { at, table } of coded) {
        const text = String(row[at] ?? '');
        if (text !== '' && codeOf(table, text) === undefined) unknown.add(`${table}: ${text}`);
      }
    expect(coded.length).toBeGreaterThanOrEqual(4);
    expect([...unknown]).toEqual(form === 'HOUSEHOLDSTAFF' ? ['ethnic: 外星族'] : []);
  });
});
