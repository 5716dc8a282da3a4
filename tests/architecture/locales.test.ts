import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { describe, expect, it } from 'vitest';
import en from '#resources/locales/en.ts';
import zhCN from '#resources/locales/zh-CN.ts';
import { screenGroups } from '#renderer/app/screen-groups.ts';
import { auditActions, auditEntities } from '#renderer/kernel/audit/audit-names.ts';
import { errors, permissions } from '#shared/contract/catalogue.ts';
import { roles } from '#shared/contract/roles.ts';
import type { z } from 'zod';

const locales: Readonly<Record<string, Readonly<Record<string, string>>>> = { 'zh-CN': zhCN, en };

const argumentsOf = (elements: readonly MessageFormatElement[]): string[] =>
  elements.flatMap((element) => {
    if (element.type === TYPE.literal || element.type === TYPE.pound) return [];
    const inner = element.type === TYPE.select || element.type === TYPE.plural ? Object.values(element.options).flatMap((option) => argumentsOf(option.value)) : element.type === TYPE.tag ? argumentsOf(element.children) : [];
    return [...(element.type === TYPE.tag ? [] : [element.value]), ...inner];
  });
const argumentNames = (message: string): string[] => [...new Set(argumentsOf(parse(message)))].sort();

describe('the words of the desk', () => {
  it('are merged from every area file, in both languages', () => {
    for (const [locale, words] of Object.entries(locales)) {
      const files = readdirSync(`resources/locales/${locale}`).filter((name) => name.endsWith('.json'));
      const all = files.flatMap((name) => Object.keys(JSON.parse(readFileSync(`resources/locales/${locale}/${name}`, 'utf8')) as object));
      expect(all.filter((key, index) => all.indexOf(key) !== index), `keys given twice in ${locale}`).toEqual([]);
      expect(Object.keys(words).sort(), `files missing from ${locale}.ts`).toEqual([...new Set(all)].sort());
    }
  });

  it('have the same keys in both languages', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(zhCN).sort());
  });

  it.each(Object.entries(locales))('can be formatted: every message of %s parses', (_locale, words) => {
    for (const [key, message] of Object.entries(words)) expect(() => parse(message), key).not.toThrow();
  });

  it('use the same arguments in both languages', () => {
    const words: Readonly<Record<string, string>> = en;
    const different = Object.entries(zhCN).filter(([key, message]) => argumentNames(message).join() !== argumentNames(words[key] ?? '').join());
    expect(different.map(([key]) => key)).toEqual([]);
  });

  it.each(Object.keys(locales))('name every error code in %s and use only the parameters it has', (locale) => {
    const words = locales[locale] ?? {};
    const missing = Object.keys(errors).filter((code) => !(`error.${code}` in words));
    expect(missing).toEqual([]);
    for (const [code, shape] of Object.entries(errors)) {
      const known = Object.keys((shape as z.ZodObject).shape);
      expect(argumentNames(words[`error.${code}`] ?? '').filter((name) => !known.includes(name)), code).toEqual([]);
    }
  });

  it('never says "we" and never reports plain success', () => {
    for (const [locale, words] of Object.entries(locales)) {
      const odd = Object.entries(words).filter(([, message]) => (locale === 'en' ? /\b(we|we're|our)\b/i.test(message) : /我们|操作成功/.test(message)));
      expect(odd.map(([key]) => key)).toEqual([]);
    }
  });
});

/** Files of the database and main side as they lie in the folder, new ones included. */
const sourcesOf = (folder: string): string[] => execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', folder], { encoding: 'utf8' }).split('\n').filter((file) => file.endsWith('.ts') && existsSync(file));
const found = (folder: string, pattern: RegExp): string[] => [...new Set(sourcesOf(folder).flatMap((file) => [...readFileSync(file, 'utf8').matchAll(pattern)].map(([, name]) => name ?? '')))];

describe('there are words for', () => {
  it('every action and kind of record that is recorded, and the filter of the log offers them', () => {
    const actions = found('electron', /action: '([a-z-]+\.[a-z.-]+)'/g);
    expect(actions.length).toBeGreaterThan(20);
    expect(actions.filter((action) => !auditActions(zhCN).includes(action))).toEqual([]);
    expect(found('electron', /record\(\{[^}]*entity: '([a-z_]+)'/g).filter((entity) => !auditEntities(zhCN).includes(entity))).toEqual([]);
  });
  it('every kind of thing a module lets the search find', () => {
    const kinds = found('electron/modules', /entity: '([a-zA-Z-]+)',(?=[^;]*matched)/g);
    expect(kinds.length).toBeGreaterThan(5);
    expect(kinds.filter((kind) => !(`palette.entity.${kind}` in zhCN))).toEqual([]);
  });
  it('every role and permission', () => {
    expect(roles.filter((role) => !(`accounts.role.${role}.about` in zhCN))).toEqual([]);
    expect(Object.keys(permissions).filter((permission) => !(`accounts.permission.${permission}` in zhCN))).toEqual([]);
  });
  it('everything that can wait on Today', () => {
    const kinds = found('electron', /kind: '([a-z-]+)',\s*column: /g);
    expect(kinds.length).toBeGreaterThan(5);
    expect(kinds.filter((kind) => !(`today.item.${kind}` in zhCN))).toEqual([]);
  });
  it('the help of every screen', () => {
    const helps = screenGroups.flatMap((group) => group.screens.map(({ help }) => help));
    expect(helps.filter((help) => !(`help.${help}.title` in zhCN) || !(`help.${help}.body` in zhCN))).toEqual([]);
  });
});
