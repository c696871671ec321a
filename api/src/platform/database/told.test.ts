import { expect, test } from 'vitest';
import { Told } from './told.ts';

interface Row {
  id: string;
  minor: number;
  label: string;
  shop: string;
}
interface Node extends Omit<Row, 'minor' | 'label'> {
  paid: string;
}

const told = new Told<Row, Node>('Thing', {
  columns: { id: 'j.thing_id', minor: 'j.paid_minor', label: 'r.label', shop: 'j.shop' },
  always: ['id'],
  made: {
    paid: { of: ['minor', 'label'], by: ({ minor, label }) => `${minor} ${label}` },
    region: { of: ['shop'] },
  },
  joins: { r: 'left join regions r on r.code = j.region_code' },
});
const asking = (...fields: string[]) => told.asked(new Map([['Thing', new Set(fields)]]));

test('a few fields take their columns, and no join that none of them speaks of', () => {
  const { columns, joins, columnsOf } = asking('shop');
  expect(columns).toBe('j.thing_id as "id", j.shop as "shop"');
  expect(joins).toBe('');
  expect(columnsOf('j', 'order by j.day, j.thing_id')).toBe('j.thing_id, j.shop, j.day');
});

test('a field that is made of columns brings them and what they are joined from', () => {
  const { columns, joins, columnsOf, node } = asking('paid');
  expect(columns).toBe('j.thing_id as "id", j.paid_minor as "minor", r.label as "label"');
  expect(joins).toBe('left join regions r on r.code = j.region_code');
  expect(columnsOf('j', '')).toBe('j.thing_id, j.paid_minor, j.region_code');
  expect(node({ id: '1', minor: 5, label: 'yuan', shop: 's' }).paid).toBe('5 yuan');
});

test('a field with a resolver of its own brings what that needs; one that nothing here knows of brings nothing', () => {
  expect(asking('region', 'items').columns).toBe('j.thing_id as "id", j.shop as "shop"');
});

test('of a type that the document does not name the row can still be found; without a document all is read', () => {
  expect(told.asked(new Map()).columns).toBe('j.thing_id as "id"');
  expect(told.asked(null).columns).toContain('r.label');
});
