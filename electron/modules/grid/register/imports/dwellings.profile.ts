import type { Work } from '#electron/database/unit-of-work.ts';
import type { ImportProfile } from '#electron/kernel/imports/import-profile.ts';
import { rowCheck } from '#electron/kernel/imports/row-check.ts';
import type { DwellingDraft } from '#shared/modules/grid/register/dwelling.schema.ts';
import { chosen, chosenExtra, differencesOf, extraDifferences, plainText } from './existing-record.ts';
import { codeCells, gridCells, phoneCell, yesNo } from './person-cells.ts';

type Imported = { readonly draft: DwellingDraft; readonly extra: Readonly<Record<string, string>> };

const COMPARED = ['dwellingNo', 'address', 'gridId', 'certificateAddress', 'estate', 'areaCentiares', 'use', 'structure', 'category', 'ownerName', 'ownerPhone', 'builtYear', 'note'] as const;
const ADDRESS = /(\d+)\s*[幢栋号楼]+(?:(\d+)\s*单元)?(?:(\d{1,2}?)(\d{2})\s*室)?/;

/** 17幢4单元303室 → building 17, unit 4, floor 3, room 303; empty where the address says nothing. */
function partsOf(address: string): Pick<DwellingDraft, 'building' | 'unit' | 'floor' | 'room'> {
  const [, building = '', unit = '', floor = '', door = ''] = ADDRESS.exec(address) ?? [];
  return { building, unit, floor, room: `${floor}${door}` };
}

function stored(work: Work, draft: DwellingDraft) {
  return (draft.dwellingNo === '' ? undefined : work.dwellings.findByNo(draft.dwellingNo)) ?? work.dwellings.findByAddress(draft.address);
}

/** 房屋信息登记表: dwellings by address. */
export const dwellingsProfile: ImportProfile<Imported> = {
  id: 'dwellings',
  permission: 'imports.residents',
  keyField: 'address',
  fields: [
    { field: 'grid', titles: ['所属网格'], required: true, essential: true, list: 'grids' },
    { field: 'address', titles: ['房屋准确地址'], required: true, essential: true, tells: true },
    { field: 'isRented', titles: ['是否为出租房', '是否是出租房'], list: 'yes-no' },
    { field: 'dwellingNo', titles: ['房屋编号'], tells: true },
    { field: 'certificateAddress', titles: ['房产证地址'] },
    { field: 'estate', titles: ['建筑物名称'] },
    { field: 'ownerName', titles: ['代表人业主', '代表人', '业主'] },
    { field: 'ownerPhone', titles: ['业主联系电话'] },
    { field: 'builtYear', titles: ['建成年份'] },
    { field: 'area', titles: ['本户建筑面积'] },
    { field: 'structure', titles: ['房屋结构'], list: 'dwelling-structure' },
    { field: 'use', titles: ['房屋用途'], list: 'dwelling-use' },
    { field: 'note', titles: ['备注'] },
  ],
  open: (work, batchId) => {
    const grids = work.grids.ofCommunity(work.actor.communityId);
    const grid = gridCells(work, grids);
    const codeTables = work.codeTables.present();
    const code = codeCells(codeTables);
    const gridNames = new Map(grids.map((known) => [known.id, known.name]));
    const now = work.clock.now().toISOString();
    const words = (field: string, value: unknown): string => {
      const text = plainText(value);
      if (field === 'gridId') return gridNames.get(text) ?? '';
      if (field === 'areaCentiares') return text === '' ? '' : (Number(text) / 100).toFixed(2);
      return field === 'category' || field === 'use' || field === 'structure' ? codeTables.labelOf(`dwelling-${field}`, text, 'zh-CN') : text;
    };
    return {
      check: (row) => {
        const check = rowCheck(row);
        const gridId = grid(check, 'grid');
        const address = check.text('address', { required: true });
        const area = check.number('area', { least: 0, most: 1_000_000 });
        const rented = yesNo(check, 'isRented');
        const draft: DwellingDraft = {
          dwellingNo: check.text('dwellingNo', { max: 40 }),
          address,
          certificateAddress: check.text('certificateAddress'),
          estate: check.text('estate', { max: 60 }),
          ...partsOf(address),
          areaCentiares: area === null ? null : Math.round(area * 100),
          rooms: null,
          use: code(check, 'use', 'dwelling-use'),
          structure: code(check, 'structure', 'dwelling-structure'),
          category: rented === null ? '' : rented ? 'rented' : 'self',
          ownerName: check.text('ownerName', { max: 50, isName: true }),
          ownerPhone: phoneCell(check, 'ownerPhone'),
          builtYear: check.number('builtYear', { least: 1800, most: 2100 }),
          gridId,
          note: check.text('note', { max: 300 }),
        };
        const extra = check.extra();
        const existing = check.isSound() ? stored(work, draft) : undefined;
        return {
          findings: check.findings,
          key: address,
          values: check.isSound() ? { draft, extra } : null,
          existing: existing ? { id: existing.id, version: existing.version, differences: [...differencesOf(existing, draft, COMPARED, words), ...extraDifferences(existing.extra, extra)] } : null,
        };
      },
      commit: ({ draft, extra }, existing) => {
        if (!existing) {
          const dwelling = { ...draft, id: work.clock.newId(), communityId: work.actor.communityId, version: 1, createdAt: now, updatedAt: now, removedAt: null, importBatchId: batchId, extra };
          return [work.rows.creation(work.dwellings.insert(dwelling))];
        }
        const dwelling = work.dwellings.find({ ...work.actor, scope: 'all' }, existing.id);
        if (!dwelling) return [];
        const before = work.rows.read('dwelling', existing.id);
        work.dwellings.replace({ ...dwelling, ...chosen(draft, existing.theirs), extra: chosenExtra(dwelling.extra, extra, existing.theirs), version: dwelling.version + 1, updatedAt: now });
        return [work.rows.change('dwelling', existing.id, before)];
      },
      finish: () => [],
    };
  },
  undoOrder: ['dwelling'],
  mayRemove: (work, _entity, id) => work.persons.ofDwelling({ ...work.actor, scope: 'all' }, id).length === 0,
  refresh: (work, _entity, id) => {
    const dwelling = work.dwellings.find({ ...work.actor, scope: 'all' }, id);
    if (dwelling) work.dwellings.replace(dwelling);
  },
};
