import type { Arena } from '../../arena/arena.ts';
import { Dice } from '../../arena/dice.ts';
import type { House } from '../../arena/house.ts';
import { checkQuarantine } from '../../check/refused.ts';
import type { RefusedRecord } from '../../check/sent.ts';
import { expected, type FaultCase } from '../../fault-case.ts';
import { csvOf, type Role, type Row } from '../../shop/bazaar.ts';
import { mustLoad, prepared, wholeAndSteady } from '../tries.ts';

/** A value, and what must become of it: stored as this text, or refused for this reason (under this name of the field). */
type Odd = [value: string, outcome: { stored: string | null } | { refused: string; field?: string }];

const stored = (text: string | null): { stored: string | null } => ({ stored: text });
const refused = (reason: string, field?: string): { refused: string; field?: string } =>
  field ? { refused: reason, field } : { refused: reason };

const amounts: Odd[] = [
  ['99999999999999', refused('number_out_of_range', 'price')],
  ['1e400', refused('number_out_of_range', 'price')],
  ['NaN', refused('number_out_of_range', 'price')],
  ['Infinity', refused('number_out_of_range', 'price')],
  ['1,234.50', refused('invalid_number', 'price')],
  ['１２３', refused('invalid_number', 'price')],
  ['12.345', refused('amount_too_precise', 'price')],
  ['¥12', refused('invalid_number', 'price')],
  ['', refused('missing_value', 'price')],
  ['9999999999.99', stored('999999999999')],
  ['-5.00', stored('-500')],
  ['1e2', stored('10000')],
  ['0.01', stored('1')],
  ['12.3400', stored('1234')],
];

/** What PostgreSQL makes of a time is UTC here, in seconds. */
const times: Odd[] = [
  ['2024-03-01 08:00:00', stored('2024-03-01 00:00:00')],
  ['2024-03-01 08:00:00+08:00', stored('2024-03-01 00:00:00')],
  ['2024-03-01T08:00:00Z', stored('2024-03-01 08:00:00')],
  ['1990-07-01 12:00:00', stored('1990-07-01 03:00:00')],
  ['1991-07-01 12:00:00', stored('1991-07-01 03:00:00')],
  ['1991-12-01 12:00:00', stored('1991-12-01 04:00:00')],
  ['2024-03-01 24:00:00', stored('2024-03-01 16:00:00')],
  ['2024-02-29 10:00:00', stored('2024-02-29 02:00:00')],
  ['2023-02-29 10:00:00', refused('invalid_date', 'ordered')],
  ['2024-02-30 10:00:00', refused('invalid_date', 'ordered')],
  ['2024-03-01 25:00:00', refused('invalid_date', 'ordered')],
  ['45352.5', refused('invalid_date', 'ordered')],
  ['45352', refused('invalid_date', 'ordered')],
  ['1986-07-01 12:00:00', refused('implausible_date', 'ordered_at')],
  ['9999-12-31 00:00:00', refused('implausible_date', 'ordered_at')],
  ['1970-01-01 00:00:00', refused('implausible_date', 'ordered_at')],
  ['2090-01-01 00:00:00', refused('implausible_date', 'ordered_at')],
  ['0', refused('invalid_date', 'ordered')],
];

/** Two numbers that are one as a floating point number, and others that want to be numbers. */
const ids = ['9007199254740992', '9007199254740993', '9007199254740993.0', '007', '7', '1e3', '1000'];

interface Kind {
  role: Role;
  column: string;
  /** The row, with an id of its own. */
  row: (id: string) => Row;
  /** SQL for the stored value of the row with external id $1. */
  sql: string;
}

const changed = '2024-03-02 08:00:00';
const item: Kind = {
  role: 'items',
  column: 'price',
  row: (id) => ({ id, order: 'o1', no: '1', sku: 's1', price: '1.00', freight: '', comment: '', changed }),
  sql: 'select price_minor::text as value from core.order_items where external_id = $1',
};
const order: Kind = {
  role: 'orders',
  column: 'ordered',
  row: (id) => ({
    id,
    person: 'p1',
    status: 'created',
    region: '',
    ordered: '2024-03-01 08:00:00',
    promised: '',
    changed,
  }),
  sql: `select to_char(ordered_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS') as value from core.orders where external_id = $1`,
};

/** All values of a kind in one file, in an order of the seed, among good rows; each outcome is looked at, and the records kept. */
async function oddValues(arena: Arena, seed: number, kind: Kind, values: readonly Odd[]): Promise<string[]> {
  const { house } = await prepared(arena, seed, { loaded: true });
  const shuffled = new Dice(seed, 'values')
    .shuffled(values)
    .map(([value, outcome], at) => ({ id: `v${at}`, value, outcome }));
  const rows = shuffled.map(({ id, value }) => ({ ...kind.row(id), [kind.column]: value }));
  const wrong = shuffled.flatMap(({ outcome }, at): RefusedRecord[] => {
    if (!('refused' in outcome)) return [];
    const [, raw = ''] = csvOf(kind.role, [rows[at] as Row])
      .trimEnd()
      .split('\n');
    return [{ raw: Buffer.from(raw), reason: outcome.refused, field: outcome.field ?? null }];
  });
  const sent = house.put(`${kind.role}-9.csv`, csvOf(kind.role, rows), { refused: wrong });
  await mustLoad(house);
  const found = await outcomes(house, kind, shuffled);
  // The reckoning reads plain times and amounts only: what is stored was looked at above.
  house.sent.splice(house.sent.indexOf(sent), 1);
  const ledger = await house.rows<{ line: string }>(
    `select concat_ws(' ', read, inserted, quarantined) as line from ops.run_feeds where file_name = '${sent.name}'`,
  );
  found.push(
    ...expected(
      'I1 read, inserted, quarantined',
      ledger[0]?.line,
      `${values.length} ${values.length - wrong.length} ${wrong.length}`,
    ),
  );
  return [...found, ...(await checkQuarantine(house, [sent]))];
}

async function outcomes(
  house: House,
  { sql }: Kind,
  values: readonly { id: string; value: string; outcome: Odd[1] }[],
): Promise<string[]> {
  const found: string[] = [];
  for (const { id, value, outcome } of values) {
    const [row] = await house.rows<{ value: string }>(sql, [id]);
    found.push(...expected(`"${value}"`, row?.value ?? null, 'stored' in outcome ? outcome.stored : null));
  }
  return found;
}

async function largeIds(arena: Arena, seed: number): Promise<string[]> {
  const { house } = await prepared(arena, seed, { loaded: true });
  house.put(
    'orders-9.csv',
    csvOf(
      'orders',
      new Dice(seed, 'ids').shuffled(ids).map((id) => order.row(id)),
    ),
  );
  house.put(
    'items-9.csv',
    csvOf(
      'items',
      ids.map((id) => ({ ...item.row(`${id}-1`), order: id })),
    ),
  );
  await mustLoad(house);
  return wholeAndSteady(house);
}

const group = 'values';
export const oddities: FaultCase[] = [
  {
    group,
    name: 'amounts: too large, NaN, separators, full-width digits',
    expects: 'each exact or refused by name',
    run: (arena, seed) => oddValues(arena, seed, item, amounts),
  },
  {
    group,
    name: 'times: zones, summer time of 1986–1991, 24:00, 30 February, Excel, 1970, 9999',
    expects: 'each exact or refused by name',
    run: (arena, seed) => oddValues(arena, seed, order, times),
  },
  { group, name: 'ids beyond 2^53, and ids that look like numbers', expects: 'each its own', run: largeIds },
];
