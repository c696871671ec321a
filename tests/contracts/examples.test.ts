import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ask, openDemoHouse, type Answer, type DemoHouse } from '../testkit/demo-house.ts';
import { figures } from './examples/figures.ts';

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

const groups = new Set([
  'claims',
  'service',
  'delivery',
  'aftersale',
  'voice',
  'loyalty',
  'goods',
  'buying',
  'everyday',
]);
const wanted = [
  ...Array.from({ length: 31 }, (_, n) => `C${n + 1}`),
  ...Array.from({ length: 11 }, (_, n) => `Q${n + 1}`),
];
const textOf = (name: string): string => readFileSync(join(directory, name), 'utf8');
const idOf = (name: string): string => name.slice(0, name.indexOf('-'));

test('every capability and every question has an example, and there are forty beside the questions', () => {
  const ids = files.map(idOf);
  expect(new Set(ids).size).toBe(ids.length);
  expect(wanted.filter((id) => !ids.includes(id))).toEqual([]);
  expect(ids.filter((id) => !id.startsWith('Q')).length).toBeGreaterThanOrEqual(40);
});

test.each(files)(
  '%s says in both languages what it asks and how its answer is read, and the table names it',
  (name) => {
    const [first, question, zhQuestion, reading, zhReading, operation] = textOf(name).split('\n');
    const [id, group, title, zh] = first!.replace(/^# /, '').split(' · ');
    expect(id).toBe(idOf(name));
    expect(groups.has(group!)).toBe(true);
    expect(zh).toMatch(/\p{Script=Han}/u);
    for (const [english, chinese, sign] of [
      [question!, zhQuestion!, '# ? '] as const,
      [reading!, zhReading!, '# = '] as const,
    ]) {
      expect(english.startsWith(sign) && english.length > 25).toBe(true);
      expect(chinese.startsWith(sign)).toBe(true);
      expect(chinese).toMatch(/\p{Script=Han}/u);
    }
    expect(operation).toMatch(/^query [A-Z]\w+/);
    const table = readFileSync(join(directory, 'README.md'), 'utf8');
    expect(table).toContain(`| ${id} | [${title}](${name}) | ${question!.slice(4)} |`);
  },
);

const answers = new Map<string, Promise<Answer>>();
function answerOf(name: string): Promise<Answer> {
  if (!answers.has(name))
    answers.set(
      name,
      ask(house.url, key, textOf(name)).then(({ answer }) => answer),
    );
  return answers.get(name)!;
}

test.each(files)('%s answers, with nothing empty and nothing resting on too little', async (name) => {
  const { data, errors } = await answerOf(name);
  expect(errors ?? []).toEqual([]);
  expect(wrongIn(data, [])).toEqual([]);
  // What is asked again is answered by a compiled program.
  expect((await ask(house.url, key, textOf(name))).answer.errors ?? []).toEqual([]);
});

test.each(figures)('$example: $what, as SQL counts them', async ({ example, told, sql }) => {
  const { data } = await answerOf(files.find((name) => idOf(name) === example)!);
  const { rows } = await house.database.pool.query<Record<string, string | number>>(sql);
  const counted = Object.values(rows[0]!)[0]!;
  expect(Number(counted)).not.toBe(0);
  expect(Number(told(data as never))).toBeCloseTo(Number(counted), 9);
});
