import type { Role } from '#shared/contract/roles.ts';
import type { RequestSheet } from '#shared/modules/budget/requests/request.schema.ts';
import type { SourceRow } from '#shared/modules/budget/sources/source.schema.ts';
import type { VoucherRow } from '#shared/modules/budget/vouchers/vouchers.contract.ts';
import type { LineRow, YearPage } from '#shared/modules/budget/year/year.schema.ts';
import type { Workstation } from './workstation.ts';

const who = (last: string, role: Role) => ({ roles: [role], userId: `019c0000-0000-7000-8000-0000000000${last}` }) as const;
export const CLERK = who('c1', 'clerk');
export const SECOND_CLERK = who('c2', 'clerk');
export const SUPERVISOR = who('d1', 'supervisor');
export const SECOND_SUPERVISOR = who('d2', 'supervisor');
export const FINANCE = who('f1', 'finance');
export const SECOND_FINANCE = who('f2', 'finance');
export const YEAR = 2026;

export const sourceDraft = (values: Record<string, unknown> = {}) => ({
  name: '街道财政拨款', kind: 'upper-government', form: 'cash', giver: '街道财政所', bankAccount: '示例银行 0001', allowedUses: [], forbiddenUses: ['office'], ruleText: '“八用七不用”', levels: [{ name: '社区', role: 'supervisor', limitDays: 3 }, { name: '街道', role: 'finance', limitDays: 5 }],
  payers: [{ name: '市', percent: 33 }, { name: '区', percent: 33 }, { name: '街道', percent: 34 }], overspend: 'stop', overspendRoles: [], disburseDays: 10, closingDays: 15, taskId: null, taskName: '', endedOn: null, note: '', ...values,
});
export const requestDraft = (values: Record<string, unknown> = {}) => ({
  title: '楼道扶手', purpose: '三个楼道加装扶手', useCode: 'facility', lineId: null, amountFen: 100_000, gridId: null, department: '社区居委会', urgency: 3, beneficiaries: 60, neededOn: '2026-04-01', endsOn: '2026-06-30', agreedOn: '2026-03-01', agreement: '居民议事会 15 票同意', ...values,
});

/** Acts of a budget as people do them, each by somebody whose work it is. */
export function budgetDesk(desk: Workstation) {
  const by = async <T>(person: Parameters<Workstation['callAs']>[0], name: string, input: unknown): Promise<T> => {
    const result = await desk.callAs(person, `budget.${name}`, input);
    if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.error)} ${desk.logged.map((e) => (e instanceof Error ? e.stack : String(e))).join('\n')}`);
    return result.data as T; // the caller names the operation's output
  };
  const refused = async (person: Parameters<Workstation['callAs']>[0], name: string, input: unknown): Promise<string> => {
    const result = await desk.callAs(person, `budget.${name}`, input);
    if (result.ok) throw new Error(`${name} was not refused`);
    return result.error.code;
  };
  const at = ({ id, version }: { readonly id: string; readonly version: number }) => ({ id, version });
  const source = (values: Record<string, unknown> = {}) => by<SourceRow>(FINANCE, 'createSource', sourceDraft(values));
  const receive = (sourceId: string, fen: number) => by<SourceRow>(FINANCE, 'recordReceipt', { sourceId, way: 'received', fen, receivedOn: '2026-01-05', memo: '到账' });
  const line = async (sourceId: string, fen: number, values: Record<string, unknown> = {}): Promise<LineRow> => {
    const made = await by<LineRow>(FINANCE, 'createLine', { year: YEAR, sourceId, code: 'P01', name: '便民设施', kind: 'project', normFen: null, quantity: null, unit: '', basis: '', askedFen: fen, ...values });
    return fen === 0 ? made : by<LineRow>(FINANCE, 'approveLine', { ...at(made), fen, note: '批复' });
  };
  const lineNow = async (id: string): Promise<LineRow> => {
    const found = (await by<YearPage>(FINANCE, 'getYearPage', { year: YEAR })).lines.find((one) => one.id === id);
    if (!found) throw new Error('no such line');
    return found;
  };
  const request = (values: Record<string, unknown> = {}, person: Parameters<Workstation['callAs']>[0] = CLERK) => by<RequestSheet>(person, 'createRequest', requestDraft(values));
  const get = (id: string) => by<RequestSheet>(FINANCE, 'getRequest', { id });
  const submit = (one: { readonly id: string; readonly version: number }, person: Parameters<Workstation['callAs']>[0] = CLERK) => by<RequestSheet>(person, 'submitRequest', at(one));
  const decision = (one: { readonly id: string; readonly version: number }, what: 'approve' | 'return' | 'reject', values: Record<string, unknown> = {}) => ({ ...at(one), decision: what, reasonCode: what === 'approve' ? '' : 'papers-missing', note: what === 'approve' ? '' : '缺会议记录', ...values });
  const decide = (person: Parameters<Workstation['callAs']>[0], one: { readonly id: string; readonly version: number }, what: 'approve' | 'return' | 'reject', values: Record<string, unknown> = {}) => by<RequestSheet>(person, 'decideRequest', decision(one, what, values));
  const approved = async (values: Record<string, unknown> = {}) => decide(FINANCE, await decide(SUPERVISOR, await submit(await request(values)), 'approve'), 'approve');
  const disburse = (one: RequestSheet, fen = one.amountFen) => by<RequestSheet>(FINANCE, 'disburseRequest', { ...at(one), fen, paidOn: '2026-03-02', memo: '' });
  const voucher = async (one: { readonly id: string }, fen: number, voucherNo: string, values: Record<string, unknown> = {}) => by<VoucherRow>(CLERK, 'recordVoucher', { ...at(await get(one.id)), kind: 'invoice', voucherNo, issuedOn: '2026-03-02', payee: '示例五金店', fen, note: '', ...values });
  return { by, refused, at, source, receive, line, lineNow, request, get, submit, decision, decide, approved, disburse, voucher };
}
export type BudgetDesk = ReturnType<typeof budgetDesk>;
