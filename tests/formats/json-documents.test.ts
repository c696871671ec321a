import { expect, it } from 'vitest';
import { JsonOrders, line } from './json-orders.ts';

const json = new JsonOrders();
const { workshop } = json;

const good = line('o1');
const documents: [name: string, text: string, line: number, says: string][] = [
  ['cut within a record', `[${good},\n{"id":"o2","sta`, 2, 'ends before its last bracket'],
  ['cut between records', `[${good},\n`, 2, 'ends before its last bracket'],
  ['with a bracket too many', `[${good}\n}]`, 2, 'does not belong there'],
  ['that goes on behind its end', `[${good}]\n[${good}]`, 2, 'does not belong there'],
  ['that is an object', good, 1, 'there is no list'],
  ['of blanks', ' \n ', 2, 'ends before'],
];

it.each(documents)('a document %s is refused whole, with file and line', async (_name, text, at, says) => {
  const made = await json.house();
  json.source('document', 'orders.json');
  workshop.deliver({ 'orders.json': text });
  const { code, message } = await workshop.refusal(made.url, 'document');
  expect(code).toBe('json_document');
  expect(message).toContain(`orders.json, line ${at}:`);
  expect(message).toContain(says);
  const { rows } = await made.pool.query('select count(*)::int as n from core.orders');
  expect(rows).toEqual([{ n: 0 }]);
});

it('a list that is not where it is said to be is named', async () => {
  const made = await json.house();
  json.source('elsewhere', 'orders.json', { rows: 'data.orders[]' });
  workshop.deliver({ 'orders.json': `{"orders":[${good}], "data": {"rows": []}}` });
  expect((await workshop.refusal(made.url, 'elsewhere')).message).toContain(
    'no such list as source.yaml says (rows) (rows: "data.orders[]")',
  );
  workshop.deliver({ 'orders.json': `{"data": {"orders": [${good}]}, "data": {"orders": [${good}]}}` });
  expect((await workshop.refusal(made.url, 'elsewhere')).message).toContain('comes a second time');
});

it('an empty list, and one that is null, are deliveries without records', async () => {
  const made = await json.house();
  json.source('empty', 'orders.json', { rows: 'orders[]' });
  for (const text of ['{"orders": [ ], "next": null}', '{"orders": null}']) {
    workshop.deliver({ 'orders.json': text });
    expect((await workshop.load(made.url, 'empty')).feeds).toMatchObject([{ read: 0 }]);
  }
});
