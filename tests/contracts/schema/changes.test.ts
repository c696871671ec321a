import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { printedSchema } from '@rapport/api';
import { buildSchema } from 'graphql';
import { describe, expect, test } from 'vitest';
import { root } from '../../runner/command.ts';
import { compareSchemas } from './changes.ts';
import { deprecated, deprecationOf } from './deprecation.ts';

const today = new Date().toISOString().slice(0, 10);
const released = readFileSync(join(root, 'api', 'released.graphql'), 'utf8');

test('nothing that was released has gone or changed without having been announced in time', async () => {
  const { unannounced } = await compareSchemas(released, printedSchema(), today);
  expect(unannounced).toEqual([]);
});

test('whatever is deprecated says what to use instead, since when, and when it goes, half a year later at least', () => {
  const reasons = deprecated(buildSchema(printedSchema()));
  expect([...reasons].filter(([, reason]) => !deprecationOf(reason))).toEqual([]);
});

describe('a deprecation', () => {
  test.each([
    ['Use `orders`. Since 2026-11-22, goes 2027-06-01.', true],
    ['Use `orders`.', false],
    ['Since 2026-11-22, goes 2027-06-01.', false],
    ['Use `orders`. Since 2026-11-22, goes 2026-12-24.', false],
    ['Use `orders`. Since tomorrow, goes later.', false],
  ])('%s: %s', (reason, holds) => {
    expect(deprecationOf(reason) !== undefined).toBe(holds);
  });
});

const base = `
  type Query { orders(first: Int = 20, where: Where): [Order!]! gone: Gone @deprecated(reason: "Use orders. Since 2026-01-01, goes 2026-08-01.") }
  type Gone { id: ID! }
  type Order { id: ID! note: String status: Status! old: Int @deprecated(reason: "Use id. Since 2026-01-01, goes 2026-08-01.") soon: Int @deprecated(reason: "Use id. Since 2026-01-01, goes 2027-01-01.") }
  enum Status { OPEN CLOSED }
  input Where { shop: String }
`;
const day = '2026-09-01';
const after = (from: string, to: string): string => {
  expect(base).toContain(from);
  return base.replace(from, to);
};
const ofOld = ' old: Int @deprecated(reason: "Use id. Since 2026-01-01, goes 2026-08-01.")';
const ofSoon = ' soon: Int @deprecated(reason: "Use id. Since 2026-01-01, goes 2027-01-01.")';
const ofGone = ' gone: Gone @deprecated(reason: "Use orders. Since 2026-01-01, goes 2026-08-01.")';

describe('what breaks others is named, and refused unless it was announced', () => {
  test.each([
    ['a field that is gone', after(' note: String', ''), 'Order.note'],
    ['a field that goes before its day', after(ofSoon, ''), 'Order.soon'],
    ['a type that became another', after('note: String', 'note: Int'), 'Order.note'],
    ['what was always there and may be missing now', after('status: Status!', 'status: Status'), 'Order.status'],
    ['a value that is gone', after('OPEN CLOSED', 'OPEN'), 'CLOSED'],
    ['an argument that is gone', after('first: Int = 20, ', ''), 'first'],
    ['an argument that must be given now', after('where: Where)', 'where: Where, shop: String!)'), 'shop'],
    ['a member of an input that must be given now', after('shop: String', 'shop: String region: String!'), 'region'],
  ])('%s', async (_, now, name) => {
    const { breaking, unannounced } = await compareSchemas(base, now, day);
    expect(breaking).toHaveLength(1);
    expect(unannounced).toEqual(breaking);
    expect(unannounced[0]).toContain(name);
  });

  test('what was deprecated and whose day has come may go, and its type with it', async () => {
    const now = after(ofOld, '').replace(ofGone, '').replace('type Gone { id: ID! }', '');
    const { breaking, unannounced } = await compareSchemas(base, now, day);
    expect(breaking).toHaveLength(3);
    expect(unannounced).toEqual([]);
    expect((await compareSchemas(base, now, '2026-07-31')).unannounced).toHaveLength(2);
  });
});

test('what is only dangerous, and what is safe, are named apart', async () => {
  const now = after('OPEN CLOSED', 'OPEN CLOSED LOST').replace('first: Int = 20', 'first: Int = 50');
  const more = now.replace('id: ID! note', 'id: ID! more: Int note');
  const { breaking, dangerous, safe } = await compareSchemas(base, more, day);
  expect(breaking).toEqual([]);
  expect(dangerous.join('\n')).toMatch(/LOST/);
  expect(dangerous.join('\n')).toMatch(/50/);
  expect(safe.join('\n')).toMatch(/more/);
});
