import { catchUpOn, replay } from '@rapport/etl';
import type { Arena } from '../../arena/arena.ts';
import { Dice } from '../../arena/dice.ts';
import { hashes, sameAs } from '../../check/dump.ts';
import { checkBounds } from '../../check/bounds.ts';
import { checkQuarantine } from '../../check/refused.ts';
import { expected, type FaultCase } from '../../fault-case.ts';
import { Bazaar, csvOf, type Row } from '../../shop/bazaar.ts';
import { mustLoad, verified } from '../tries.ts';

const SEPARATED = '1,234.50';

/** Declares the price as text and takes its separators out: what a person does who finds such records in quarantine. */
const mended = (text: string, file: string): string =>
  file === 'source.yaml'
    ? text.replace('price: numeric', 'price: text')
    : text.replace(' price,', ` replace(price, ',', '')::numeric as price,`);

/** I9: refused records are loaded once the source can read them, as if it always could; once more changes nothing. */
async function replayed(arena: Arena, seed: number): Promise<string[]> {
  const source = arena.bazaarAs(`bazaar_mended_${seed}`);
  const house = await arena.house();
  const dice = new Dice(seed, 'separated');
  const rows = new Bazaar(seed, arena.size).next();
  const times = Map.groupBy(rows.items, ({ id }) => id);
  const isOnce = ({ id = '' }: Row): boolean => times.get(id)?.length === 1;
  const items = rows.items.map((row): Row => (isOnce(row) && dice.often(0.1) ? { ...row, price: SEPARATED } : row));
  const refused = items
    .filter(({ price }) => price === SEPARATED)
    .map((row) => ({
      raw: Buffer.from(csvOf('items', [row]).split('\n')[1] ?? ''),
      reason: 'invalid_number',
      field: 'price',
    }));
  house.deliver({ ...rows, items: [] });
  const file = house.put('items-1.csv', csvOf('items', items), { refused });
  await mustLoad(house, source);
  const found = await checkQuarantine(house, [file]);
  arena.bazaarAs(source, '', mended);
  const { url: databaseUrl } = house;
  const again = (): ReturnType<typeof replay> =>
    replay({ databaseUrl, home: house.delivery.home, actor: 'cli faults', selection: { source } });
  const [done] = await again();
  found.push(...expected('replayed and still refused', [done?.rows, done?.refused], [refused.length, 0]));
  const left = await house.rows('select state, count(*)::int as n from ops.quarantine group by 1');
  found.push(...expected('I9 quarantine after the replay', left, [{ state: 'replayed', n: refused.length }]));
  const once = await hashes(house);
  await again();
  const fresh = await arena.twin(house);
  await mustLoad(fresh, source);
  await catchUpOn(fresh.url); // as every replay does at its end
  return [
    ...found,
    ...sameAs('I3 tables changed by a second replay', once, await hashes(house)),
    ...sameAs('I9 other than a load that could read them', await hashes(fresh), once),
    ...(await verified(house)),
    ...(await checkBounds(house)),
  ];
}

export const refusedAndReplayed: FaultCase = {
  group: 'values',
  name: 'refused values, the source mended, replayed twice',
  expects: 'quarantine is empty, the tables are those of a load that could read them from the first',
  run: replayed,
};
