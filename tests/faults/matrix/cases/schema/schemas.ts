import type { Arena } from '../../arena/arena.ts';
import { Dice } from '../../arena/dice.ts';
import { hashes, sameAs } from '../../check/dump.ts';
import { expected, type FaultCase } from '../../fault-case.ts';
import { columns, csvOf, type Row } from '../../shop/bazaar.ts';
import { mustLoad, prepared, wholeAndSteady } from '../tries.ts';

type Change = (header: string[], rows: string[][], dice: Dice) => void;

const cell = (value: string): string => (/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);

/** The second delivery's orders under a header that has changed. */
async function changed(
  arena: Arena,
  seed: number,
  change: Change,
): Promise<{ text: string; house: Awaited<ReturnType<typeof prepared>>['house'] }> {
  const { house, shop } = await prepared(arena, seed, { loaded: true });
  const { orders } = shop.next();
  const header: string[] = [...columns.orders];
  const rows = orders.map((row) => header.map((name) => row[name] ?? ''));
  change(header, rows, new Dice(seed, 'schema'));
  return { house, text: `${[header, ...rows].map((fields) => fields.map(cell).join(',')).join('\n')}\n` };
}

async function refusedWhole(arena: Arena, seed: number, code: string, change: Change): Promise<string[]> {
  const { house, text } = await changed(arena, seed, change);
  house.put('orders-2.csv', text, { void: true });
  const before = await hashes(house);
  const { said, message } = await house.load();
  const found = expected(`the load (${message})`, said, code);
  found.push(...sameAs('I4 tables changed by a refused file', before, await hashes(house)));
  house.sent.pop();
  house.delivery.deliverAgain();
  return [...found, ...(await wholeAndSteady(house))];
}

async function taken(arena: Arena, seed: number, change: Change): Promise<string[]> {
  const { house, text } = await changed(arena, seed, change);
  house.put('orders-2.csv', text);
  await mustLoad(house);
  return wholeAndSteady(house);
}

/** A column that held whole numbers brings fractions in some records: these wait, the rest is loaded. */
async function widened(arena: Arena, seed: number): Promise<string[]> {
  const { house } = await prepared(arena, seed, { loaded: true });
  const dice = new Dice(seed, 'widened');
  const row = (n: number): Row => ({
    id: `w${n}`,
    order: 'o1',
    no: dice.often(0.3) ? '1.5' : '1',
    sku: 's1',
    price: '1',
    freight: '',
    comment: '',
    changed: '2024-03-05 08:00:00',
  });
  const rows = Array.from({ length: 40 }, (_, n) => row(n));
  const refused = rows
    .filter(({ no }) => no === '1.5')
    .map((one) => ({
      raw: Buffer.from(csvOf('items', [one]).split('\n')[1] ?? ''),
      reason: 'invalid_number',
      field: 'no',
    }));
  house.put('items-9.csv', csvOf('items', rows), { refused });
  await mustLoad(house);
  return wholeAndSteady(house);
}

/** A code nobody knew: taken where the list is open, refused by name where it is closed. */
async function closedCode(arena: Arena, seed: number): Promise<string[]> {
  const name = `codes_${seed}`;
  arena.source(
    name,
    `files: { parcels: { file: parcels.csv, columns: { id: text, order: text, person: text, status: text, at: timestamp, cause: text } } }\nfeeds: { orders: { from: parcels } }\n`,
    {
      orders: `select file_id, record_no, id as external_id, person as customer_ref, status, at as ordered_at, cause as cancel_cause from landing.${name}__parcels`,
    },
  );
  const house = await arena.house();
  house.put(
    'parcels.csv',
    'id,order,person,status,at,cause\na,a,p,teleported,2024-03-01 08:00:00,\nb,b,p,canceled,2024-03-01 08:00:00,teleported\n',
  );
  await mustLoad(house, name);
  const rows = await house.rows('select external_id, status from core.orders');
  const waiting = await house.rows('select reason, field from ops.quarantine');
  return [
    ...expected('orders', rows, [{ external_id: 'a', status: 'teleported' }]),
    ...expected('in quarantine', waiting, [{ reason: 'unknown_code', field: 'cancel_cause' }]),
  ];
}

const group = 'schema';
const refused = 'the file is refused by name, nothing published';
const at = (header: string[], name: string): number => header.indexOf(name);
export const schemas: FaultCase[] = [
  {
    group,
    name: 'a column added',
    expects: refused,
    run: (arena, seed) =>
      refusedWhole(arena, seed, 'header_unknown_column', (header, rows, dice) => {
        const place = dice.below(header.length + 1);
        header.splice(place, 0, 'vat');
        for (const row of rows) row.splice(place, 0, '9');
      }),
  },
  {
    group,
    name: 'a column dropped',
    expects: refused,
    run: (arena, seed) =>
      refusedWhole(arena, seed, 'header_missing_column', (header, rows, dice) => {
        const place = dice.below(header.length);
        header.splice(place, 1);
        for (const row of rows) row.splice(place, 1);
      }),
  },
  {
    group,
    name: 'a column renamed',
    expects: refused,
    run: (arena, seed) =>
      refusedWhole(
        arena,
        seed,
        'header_missing_column',
        (header, _rows, dice) => void (header[dice.below(header.length)] = 'state'),
      ),
  },
  {
    group,
    name: 'a column twice',
    expects: refused,
    run: (arena, seed) =>
      refusedWhole(
        arena,
        seed,
        'header_duplicate_column',
        (header, rows) => (header.push('status'), rows.forEach((row) => row.push('created'))),
      ),
  },
  {
    group,
    name: 'columns reordered',
    expects: 'read by name',
    run: (arena, seed) =>
      taken(arena, seed, (header, rows, dice) => {
        const order = dice.shuffled(header.map((_, place) => place));
        for (const fields of [header, ...rows])
          fields.splice(0, fields.length, ...order.map((place) => fields[place] ?? ''));
      }),
  },
  { group, name: 'a type widened', expects: 'records that do not fit wait in quarantine', run: widened },
  {
    group,
    name: 'a type narrowed',
    expects: 'taken: fewer values fit into more',
    run: (arena, seed) =>
      taken(arena, seed, (header, rows) => rows.forEach((row) => (row[at(header, 'region')] = '31'))),
  },
  {
    group,
    name: 'a new value of an open list',
    expects: 'taken as it is',
    run: (arena, seed) =>
      taken(arena, seed, (header, rows) => rows.forEach((row) => (row[at(header, 'status')] = 'teleported'))),
  },
  { group, name: 'a new value of a closed list', expects: 'the record waits in quarantine', run: closedCode },
];
