import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ask, openDemoHouse, type DemoHouse } from '../testkit/demo-house.ts';

const directory = join(import.meta.dirname, '..', '..', 'docs', 'examples');
const files = readdirSync(directory).filter((name) => name.endsWith('.graphql'));
const FEWEST = 30;

let house: DemoHouse;
let key: string;
beforeAll(async () => {
  house = await openDemoHouse({ orders: 6000 });
  key = await house.key('analyst');
});
afterAll(() => house?.close());

const isFigure = (node: Record<string, unknown>): node is { value: number | null; denominator: number | null } =>
  'value' in node && 'denominator' in node;

/** Lists an answer is made of: those a question asks for, and the points of their series. What hangs on a row may be empty. */
const mustHold = (path: readonly string[]): boolean => path.length <= 2 || path.at(-1) === 'points';

/** What is wrong in an answer: figures without a value, figures on too little, lists with nothing in them. */
function wrongIn(node: unknown, path: readonly string[]): string[] {
  const here = path.join('.');
  if (node === null && path.at(-1) === 'point') return [`${here}: nothing to count`];
  if (Array.isArray(node)) {
    const inside = node.flatMap((item, index) => wrongIn(item, [...path, String(index)]));
    return node.length === 0 && mustHold(path) ? [`${here}: empty`, ...inside] : inside;
  }
  if (node === null || typeof node !== 'object') return [];
  const fields = node as Record<string, unknown>;
  const wrong = Object.entries(fields).flatMap(([name, value]) => wrongIn(value, [...path, name]));
  if (!isFigure(fields)) return wrong;
  if (fields.value === null) wrong.push(`${here}: no value`);
  if (fields.denominator !== null && fields.denominator < FEWEST)
    wrong.push(`${here}: out of ${fields.denominator} only`);
  return wrong;
}

const wanted = [
  ...Array.from({ length: 30 }, (_, n) => `C${n + 1}`).filter((id) => id !== 'C25'),
  ...Array.from({ length: 11 }, (_, n) => `Q${n + 1}`),
];

test('every capability and every question has an example, and the table names each', () => {
  const ids = new Set(files.map((name) => name.split('-')[0]));
  expect(wanted.filter((id) => !ids.has(id))).toEqual([]);
  const table = readFileSync(join(directory, 'README.md'), 'utf8');
  expect(files.filter((name) => !table.includes(`(${name})`))).toEqual([]);
});

test.each(files)('%s answers, with nothing empty and nothing resting on too little', async (name) => {
  const { answer } = await ask(house.url, key, readFileSync(join(directory, name), 'utf8'));
  expect(answer.errors ?? []).toEqual([]);
  expect(wrongIn(answer.data, [])).toEqual([]);
});
