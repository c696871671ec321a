import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { loadRuleSets } from './load.ts';

const folders: string[] = [];
afterEach(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true })));

function folderOf(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'rapport-rules-'));
  folders.push(folder);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

const own = (rule: string, id = 'ours'): string => `id: ${id}
title: { en: Ours, zh: 自有 }
description: { en: Ours., zh: 自有。 }
source: { name: { en: Ours, zh: 自有 }, read: own_target }
rules:
  - { id: complaints, title: { en: C, zh: 投 }, description: { en: C., zh: 投。 }, counts: orders, day: ordered, windowDays: 30, effectiveFrom: '2026-01-01', ${rule} }
`;

test('the product ships rule sets, each rule with a source or a word that the bound is our own', () => {
  const sets = loadRuleSets();
  expect(sets.map(({ id }) => id)).toEqual(['amazon', 'china', 'ebay']);
  for (const { rules, source } of sets) for (const rule of rules) expect((rule.source ?? source).name.zh).toMatch(/\S/);
});

test('a shop’s own folder adds rule sets, and one of the same id takes the place of the product’s', () => {
  const folder = folderOf({
    'ours.yaml': own('defects: [complaint], target: { atMost: 0.02 }'),
    'amazon.json': JSON.stringify({
      id: 'amazon',
      title: { en: 'A', zh: '甲' },
      description: { en: 'A.', zh: '甲。' },
      source: { name: { en: 'A', zh: '甲' }, read: 'own_target' },
      rules: [
        {
          id: 'odr',
          title: { en: 'O', zh: '缺' },
          description: { en: 'O.', zh: '缺。' },
          counts: 'orders',
          day: 'ordered',
          windowDays: 60,
          defects: ['chargeback'],
          target: { below: 0.005 },
          effectiveFrom: '2026-01-01',
        },
      ],
    }),
  });
  const sets = loadRuleSets(folder);
  expect(sets.map(({ id }) => id)).toEqual(['amazon', 'china', 'ebay', 'ours']);
  expect(sets[0]!.rules[0]!.target).toEqual({ below: 0.005 });
});

test('every mistake of every file is told at once, by file and field, with what there is instead', () => {
  const folder = folderOf({
    'a.yaml': own('defects: [late], target: { atMost: 0.02 }', 'a'),
    'b.yaml': own('defects: [complaint], target: { atMost: 2 }', 'b'),
    'c.yaml': 'id: [\n',
    'd.yaml': own('defects: [complaint], target: { atMost: 0.02, below: 0.01 }, colour: red', 'd'),
  });
  expect(() => loadRuleSets(folder)).toThrow(
    /a\.yaml, rules\.0\.defects: knows no “late”; for orders there are negative_review(.|\n)*b\.yaml, rules\.0\.target(.|\n)*c\.yaml, line 2(.|\n)*d\.yaml, rules\.0/,
  );
});

test('versions of a rule may follow each other, never overlap', () => {
  const version = (from: string, to?: string): string =>
    `  - { id: complaints, title: { en: C, zh: 投 }, description: { en: C., zh: 投。 }, counts: orders, day: ordered, windowDays: 30, defects: [complaint], target: { atMost: 0.02 }, effectiveFrom: '${from}'${to ? `, effectiveTo: '${to}'` : ''} }\n`;
  const head = own('defects: [complaint], target: { atMost: 0.02 }').split('\n').slice(0, 5).join('\n') + '\n';
  expect(
    loadRuleSets(folderOf({ 'a.yaml': head + version('2026-01-01', '2026-06-30') + version('2026-07-01') })),
  ).toHaveLength(4);
  expect(() => loadRuleSets(folderOf({ 'a.yaml': head + version('2026-01-01') + version('2026-07-01') }))).toThrow(
    /rules\.1\.effectiveFrom: overlaps another version of complaints/,
  );
});

test('a folder that is not there is said, with the variable that names it', () => {
  expect(() => loadRuleSets('/nowhere/rules')).toThrow(/no folder \/nowhere\/rules.*RAPPORT_RULES/);
});
