import { expect, it } from 'vitest';
import { changesOf, remembered, renames } from './compare.ts';
import { seenType, type FileShape } from './shape.ts';

it.each([
  [['1', '', '-20'], 'integer'],
  [['1', '2.50'], 'numeric'],
  [['9007199254740993', '1'], 'integer'],
  [['2025-01-01', '2025/1/2'], 'date'],
  [['2025-01-01', '2025-01-01 08:05:00+08'], 'timestamp'],
  [['2025-01-01 00:00:00+08'], 'date'],
  [['yes', 'no'], 'boolean'],
  [['1', 'yes'], 'text'],
  [['1', '2025-01-01'], 'text'],
  [['', ''], null],
])('%j looks like %s', (values, type) => expect(seenType(values)).toBe(type));

const shape = (given: Partial<FileShape>): FileShape => ({
  header: ['no', 'state', 'units'],
  types: {},
  codes: {},
  ...given,
});
const file = { name: 'orders.csv', role: 'orders' };
const nothing = { added: [], dropped: [] };
const kinds = (now: Partial<FileShape>, before: Partial<FileShape>) =>
  changesOf(file, shape(now), shape(before), nothing).map(({ kind, column, was, now: is }) => [kind, column, was, is]);

it('nothing has changed in the same file', () => {
  const same = { types: { units: { type: 'integer' as const, of: 9 } }, codes: { state: ['a', 'b'] } };
  expect(kinds(same, same)).toEqual([]);
});

it('another order of the columns is told, with both', () => {
  expect(kinds({ header: ['state', 'no', 'units'] }, {})).toEqual([
    ['columns_reordered', null, 'no, state, units', 'state, no, units'],
  ]);
  expect(kinds({ header: ['new', 'no', 'state', 'units'] }, {})).toEqual([]);
});

it('a wider type is told at once, a narrower one where there is enough to tell it by', () => {
  const units = (type: 'integer' | 'numeric', of: number) => ({ types: { units: { type, of } } });
  expect(kinds(units('numeric', 3), units('integer', 3))).toEqual([['type_widened', 'units', 'integer', 'numeric']]);
  expect(kinds(units('integer', 300), units('numeric', 300))).toEqual([
    ['type_narrowed', 'units', 'numeric', 'integer'],
  ]);
  expect(kinds(units('integer', 30), units('numeric', 300))).toEqual([]);
});

it('a value that a short list never had is told; one that comes back is not', () => {
  expect(kinds({ codes: { state: ['a', 'c'] } }, { codes: { state: ['a', 'b'] } })).toEqual([
    ['value_added', 'state', null, 'c'],
  ]);
  const kept = remembered(shape({ codes: { state: ['a'] } }), shape({ codes: { state: ['a', 'b'] } }));
  expect(kinds({ codes: { state: ['b'] } }, kept)).toEqual([]);
  expect(kinds({ codes: { colour: ['red'] } }, {})).toEqual([]);
});

it.each([
  [['order_status'], ['Order Status'], [['order_status', 'Order Status']]],
  [['收货地址'], ['收货地址（省）'], [['收货地址', '收货地址（省）']]],
  [['state'], ['condition'], [['state', 'condition']]],
  [['state', 'city'], ['coupon', 'city_name'], [['city', 'city_name']]],
  [['state'], ['coupon', 'gift'], []],
  [['state'], [], []],
])('gone %j and new %j: renamed %j', (dropped, added, pairs) => expect(renames(dropped, added)).toEqual(pairs));

it('what was renamed is neither new nor gone', () => {
  const found = changesOf(file, shape({}), null, { added: ['city_name', 'coupon'], dropped: ['city', 'state'] });
  expect(found.map(({ kind, column, was }) => [kind, column, was])).toEqual([
    ['column_renamed', 'city_name', 'city'],
    ['column_added', 'coupon', null],
    ['column_dropped', 'state', null],
  ]);
});
