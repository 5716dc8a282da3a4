import { describe, expect, it } from 'vitest';
import { mayDo, permissionsOf } from '#shared/contract/actor.ts';
import { auditorStandsAlone, roleLeftEmpty } from '#shared/kernel/accounts/accounts.rules.ts';
import { guardCell } from '#shared/kernel/exports/cell-guard.rules.ts';

describe('who may sign in', () => {
  const admin = { id: 'a', roles: ['administrator'], status: 'active' } as const;
  const supervisor = { id: 's', roles: ['supervisor', 'clerk'], status: 'active' } as const;

  it('keeps the last administrator and the last supervisor', () => {
    expect(roleLeftEmpty([admin, supervisor], 'a', { roles: ['administrator'], status: 'disabled' })).toBe('administrator');
    expect(roleLeftEmpty([admin, supervisor], 's', { roles: ['clerk'], status: 'active' })).toBe('supervisor');
  });
  it('lets a role go that another active person holds, or that nobody holds', () => {
    expect(roleLeftEmpty([admin, { ...admin, id: 'b' }], 'a', { roles: ['clerk'], status: 'active' })).toBeNull();
    expect(roleLeftEmpty([admin], 'a', { roles: ['administrator', 'clerk'], status: 'active' })).toBeNull();
    expect(roleLeftEmpty([admin, { ...admin, id: 'b', status: 'disabled' }], 'a', { roles: ['clerk'], status: 'active' })).toBe('administrator');
  });
  it('keeps the auditor apart from those who act', () => {
    expect(auditorStandsAlone(['auditor'])).toBe(true);
    expect(auditorStandsAlone(['auditor', 'clerk'])).toBe(false);
  });
});

describe('what a role opens', () => {
  it('shows no resident to administrators, auditors, trainers and finance', () => {
    for (const role of ['administrator', 'auditor', 'trainer', 'finance'] as const) expect(permissionsOf([role]).filter((permission) => permission.startsWith('register.'))).toEqual([]);
  });
  it('opens nothing for a name that is not a permission', () => {
    expect(mayDo(['administrator', 'supervisor'], 'register.everything')).toBe(false);
    expect(mayDo(['administrator'], 'constructor')).toBe(false);
  });
});

describe('a cell that leaves the desk', () => {
  it.each(['=1+1', '+86', '-1', '@x', '\tx', '＝cmd', '＠x'])('disarms %j', (text) => expect(guardCell(text)).toBe(`'${text}`));
  it.each(['330102199001011234', '张三', '1=1', 12, null])('leaves %j as it is', (value) => expect(guardCell(value)).toBe(value));
});
