import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sheetCsv } from '@rapport/etl';
import { holding, nasty, openExportHouse, type ExportHouse } from './house.ts';

let house: ExportHouse;
let analyst: string;
let folder: string;
beforeAll(async () => {
  house = await openExportHouse();
  analyst = await house.key('analyst');
  folder = mkdtempSync(join(tmpdir(), 'rapport-export-read-'));
});
afterAll(async () => {
  await house.close();
  rmSync(folder, { recursive: true, force: true });
});

const PRODUCTS = 'id externalId title listedOn price { amount currency }';
const ORDERS = `id externalId valid orderedAt orderedOn deliveredOn delayDays units region { value label { en zh } } paidTotal { amount currency }
  items { price { amount } product { externalId } } reviews { score }`;
const list = (name: string, selection: string): string => `{ ${name} { nodes { ${selection} } } }`;

type Node = Record<string, unknown>;
const at = (node: Node, way: string): unknown =>
  way.split('.').reduce<unknown>((inner, name) => (inner as Node | null | undefined)?.[name] ?? null, node);
/** As a cell tells it: nothing, text, or JSON of what is nested. */
const told = (value: unknown): string =>
  value === null ? '' : typeof value === 'object' ? JSON.stringify(value) : `${value as string | number | boolean}`;
/** What the documentation says takes the apostrophe away again. */
const undone = (cell: string): string => cell.replace(/^'('*[=+\-@\t\r\n＝＋－＠])/, '$1');
const cellsOf = (nodes: readonly Node[], columns: readonly string[]): string[][] =>
  nodes.map((node) => columns.map((column) => told(at(node, column))));

async function sheetOf(bytes: Buffer): Promise<string[][]> {
  const path = join(folder, 'rows.xlsx');
  writeFileSync(path, bytes);
  const lines: Buffer[] = [];
  for await (const line of sheetCsv({ path, name: 'rows.xlsx', bytes: bytes.length }, undefined, { bytes: 0 }))
    lines.push(line);
  return parse(Buffer.concat(lines));
}

describe('products named after everything that ever broke a program', () => {
  let nodes: Node[];
  beforeAll(async () => {
    nodes = await house.pages(analyst, 'products', PRODUCTS);
  });

  test('CSV has every cell of every page; what a spreadsheet would run begins with an apostrophe that can be taken away', async () => {
    const { kept, bytes } = await house.file(analyst, list('products', PRODUCTS), 'CSV');
    const [head, ...lines] = parse(bytes);
    expect(head).toEqual(kept.columns);
    expect(kept.columns).toEqual(['id', 'externalId', 'title', 'listedOn', 'price.amount', 'price.currency']);
    expect(lines.map((cells) => cells.map(undone))).toEqual(cellsOf(nodes, kept.columns));
    const runs = lines.flat().filter((cell) => /^[=+\-@\t\r\n＝＋－＠]/.test(cell) && !/^-?\d+(\.\d+)?$/.test(cell));
    expect(runs).toEqual([]);
    expect(new Set(nodes.map(({ title }) => title)).size).toBeGreaterThan(nasty.length - 20);
    expect([kept.rows, kept.expectedRows, kept.bytes]).toEqual([2503, 2503, bytes.length]);
  });

  test('NDJSON is the nodes themselves', async () => {
    const { bytes } = await house.file(analyst, list('products', PRODUCTS), 'NDJSON');
    const lines = bytes.toString().trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line) as Node)).toEqual(nodes);
  });

  test('XLSX has every cell as text that stays text', async () => {
    const { kept, bytes } = await house.file(analyst, list('products', 'externalId title'), 'XLSX');
    const [head, ...lines] = await sheetOf(bytes);
    expect(head).toEqual(kept.columns);
    // A reader may make one line end of two signs, as XML does.
    const lined = (rows: string[][]): string[][] =>
      rows.map((cells) => cells.map((cell) => cell.replaceAll(/\r\n?/g, '\n')));
    expect(lined(lines)).toEqual(lined(cellsOf(nodes, kept.columns)));
  });

  test('Parquet has every cell', async () => {
    const { kept, bytes } = await house.file(analyst, list('products', PRODUCTS), 'PARQUET');
    // As bytes: what reads them in JavaScript takes a byte order mark for none.
    const hex = (text: string): string => Buffer.from(text).toString('hex').toUpperCase();
    const statement =
      'select id, "externalId", hex(encode(title)), "listedOn", "price.amount", "price.currency" from rows';
    const expected = cellsOf(nodes, kept.columns).map((cells) => cells.map((cell, n) => (n === 2 ? hex(cell) : cell)));
    expect((await duck(bytes, statement)).map((row) => row.map(told))).toEqual(expected);
  });
});

async function duck(bytes: Buffer, statement: string): Promise<unknown[][]> {
  const path = join(folder, 'rows.parquet');
  writeFileSync(path, bytes);
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  await connection.run(`create view rows as from read_parquet('${path}')`);
  const rows = (await connection.runAndReadAll(statement)).getRowsJson() as unknown[][];
  connection.closeSync();
  return rows;
}

describe('orders with all that hangs on them', () => {
  test('columns have their types in Parquet, lists are JSON', async () => {
    const nodes = await house.pages(analyst, 'orders', ORDERS);
    const { kept, bytes } = await house.file(analyst, list('orders', ORDERS), 'PARQUET');
    const types = await duck(bytes, 'select column_name, column_type from (describe rows)');
    expect(Object.fromEntries(types)).toMatchObject({
      valid: 'BOOLEAN',
      orderedAt: expect.stringContaining('TIMESTAMP'),
      orderedOn: 'DATE',
      delayDays: 'INTEGER',
      'paidTotal.amount': 'VARCHAR',
      items: 'VARCHAR',
    });
    const same = ['id', 'orderedOn', 'deliveredOn', 'region.label.zh', 'paidTotal.amount', 'items', 'reviews'];
    const rows = await duck(bytes, `select ${same.map((name) => `"${name}"`).join(', ')} from rows`);
    expect(rows.map((row) => row.map(told))).toEqual(cellsOf(nodes, same));
    const [[instants]] = (await duck(bytes, 'select list(epoch_ms("orderedAt")) from rows')) as [[string[]]];
    expect(instants.map(Number)).toEqual(nodes.map(({ orderedAt }) => Date.parse(orderedAt as string)));
    expect(kept.rows).toBe(60);
  });

  test('XLSX has numbers and days of the spreadsheet', async () => {
    const nodes = await house.pages(analyst, 'orders', 'orderedOn delayDays paidTotal { amount } valid');
    const { bytes } = await house.file(
      analyst,
      list('orders', 'orderedOn delayDays paidTotal { amount } valid'),
      'XLSX',
    );
    const [, ...lines] = await sheetOf(bytes);
    expect(lines.map(([day]) => day?.slice(0, 10))).toEqual(nodes.map(({ orderedOn }) => orderedOn));
    expect(lines.map(([, days]) => days)).toEqual(nodes.map(({ delayDays }) => told(delayDays)));
    expect(lines.map(([, , paid]) => Number(paid))).toEqual(nodes.map((node) => Number(at(node, 'paidTotal.amount'))));
  });

  test('a list inside something, through fragments and variables, in its order', async () => {
    const [first] = await house.pages(analyst, 'customers', 'id');
    const document = `query Story($id: ID!, $first: Int!, $named: Boolean!) { customer(id: $id) { ...theirs } }
      fragment theirs on Customer { orders(first: $first) { edges { cursor node { id status @include(if: $named) day: orderedOn } } pageInfo { hasNextPage } } }`;
    const variables = JSON.stringify({ id: first!['id'], first: 1, named: false });
    const { kept, bytes } = await house.file(analyst, document, 'CSV', { variables, fileName: '顾客 订单' });
    expect(kept.columns).toEqual(['id', 'day']);
    expect(kept.fileName).toBe('顾客 订单.csv');
    expect(parse(bytes)).toHaveLength(3);
  });
});

test('what is committed while it is written is not in it', async () => {
  const selection = list('products', 'externalId');
  const before = await house.pages(analyst, 'products', 'externalId');
  let id = '';
  await holding(
    house.database,
    async (waiting) => {
      const started = await house.start(analyst, selection);
      id = started.export!.id;
      await waiting();
    },
    `delete from core.products where external_id like 'n0001%'; update core.products set title = 'torn'`,
  );
  const kept = await house.ended(analyst, id);
  const lines = parse(Buffer.from(await (await house.download(analyst, kept)).arrayBuffer()));
  expect(lines.slice(1).flat()).toEqual(before.map(({ externalId }) => externalId));
  expect(await house.pages(analyst, 'products', 'externalId')).toHaveLength(before.length - 10);
});

const FIGURES = `query Figures { metrics(metrics: [ORDERS, PROMISE_KEPT_RATE], period: { from: "2025-01-01", to: "2025-02-28" }, grain: MONTH, by: [REGION], compare: [PREVIOUS_PERIOD]) {
  asOf series { metric { id } key { value label { en } } points { bucket value sample suppressed comparisons { value } } } } }`;

interface Figures {
  metrics: {
    asOf: string;
    series: {
      metric: { id: string };
      key: { value: string }[];
      points: { bucket: string; value: number | null; suppressed: boolean; comparisons: { value: number | null }[] }[];
    }[];
  };
}

test.each(['analyst', 'executive'])('figures are a row a point, as %s sees them', async (role) => {
  const key = await house.key(role);
  const { data } = await house.ask<Figures>(key, FIGURES);
  const { kept, bytes } = await house.file(key, FIGURES, 'CSV');
  expect(kept.columns).toEqual([
    'asOf',
    'series.metric.id',
    'series.key.REGION.value',
    'series.key.REGION.label.en',
    'series.points.bucket',
    'series.points.value',
    'series.points.sample',
    'series.points.suppressed',
    'series.points.comparisons.PREVIOUS_PERIOD.value',
  ]);
  const { asOf, series } = data!.metrics;
  const rows = series.flatMap(({ metric, key: [slice], points }) =>
    points.map((point) =>
      [
        asOf,
        metric.id,
        slice!.value,
        point.bucket,
        point.value,
        point.suppressed,
        point.comparisons[0]?.value ?? null,
      ].map((value) => told(value)),
    ),
  );
  expect(rows.length).toBeGreaterThan(4);
  const lines = parse(bytes).slice(1);
  expect(
    lines.map(([day, id, region, , bucket, value, , hidden, before]) => [
      day,
      id,
      region,
      bucket,
      value,
      hidden,
      before,
    ]),
  ).toEqual(rows);
});
