import { afterAll, beforeAll, expect, it } from 'vitest';
import { feedContracts } from '@rapport/etl';
import { testDatabase, type TestDatabase } from '../testkit/index.ts';

let house: TestDatabase;
beforeAll(async () => {
  house = await testDatabase();
});
afterAll(() => house.drop());

const ofTheEngine = new Set([
  'customer_id', 'id', 'code', 'shop', 'external_id', 'named_customer_id', 'identified', 'inferred', 'merged_into', 'final_customer_id', 'refused',
  'source_version', 'file_time', 'file_id', 'record_no', 'row_hash', 'deleted_at',
]); // prettier-ignore

const short = (type: string): string =>
  type
    .replace('character(', 'char(')
    .replace(' without time zone', '')
    .replace('timestamp with time zone', 'timestamptz');

/** Columns of a feed's table that come from its rows. */
function stored(contract: (typeof feedContracts)[number]): string[] {
  const own = Object.entries(contract.columns).flatMap(([name, { role }]) => {
    if (role.is === 'amount') return [`${name}_minor`];
    if ('into' in role) return [role.into];
    return role.is === 'contact' || role.is === 'customer' ? [] : [name];
  });
  return [...own, ...Object.keys(contract.derived)].filter((name) => !ofTheEngine.has(name)).toSorted();
}

it.each(feedContracts.map((contract) => [contract.feed, contract] as const))(
  'every column of core.%s comes from its contract, and what must be there is required',
  async (_feed, contract) => {
    const { rows } = await house.pool.query<{ name: string; type: string; needed: boolean }>(
      `select attname as name, format_type(atttypid, atttypmod) as type, attnotnull and not atthasdef as needed
       from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped`,
      [contract.table],
    );
    const columns = rows.filter(({ name }) => !ofTheEngine.has(name));
    expect(columns.map(({ name }) => name).toSorted()).toEqual(stored(contract));
    const declared = columns.filter(({ name }) => contract.columns[name]);
    expect(declared.map(({ name, type }) => `${name} ${short(type)}`)).toEqual(
      declared.map(({ name }) => `${name} ${contract.columns[name]?.type}`),
    );
    const open = declared.filter(({ name, needed }) => {
      const column = contract.columns[name];
      return needed && !column?.required && column?.fallback === null;
    });
    expect(open).toEqual([]);
  },
);
