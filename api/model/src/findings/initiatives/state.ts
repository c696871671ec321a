import type { Queryable } from '../../schema/index.ts';

/** What a finding rests on: the last order day loaded of its shop, and the published state. */
export interface State {
  asOf: string | null;
  dataVersion: string;
}

export async function stateOf(db: Queryable, shop: string): Promise<State> {
  const { rows } = await db.query<State>(
    `/* state of a finding */ select (select as_of::text from core.shops where shop = $1) as "asOf", (select version::text from ops.data_version) as "dataVersion"`,
    [shop],
  );
  return rows[0] ?? { asOf: null, dataVersion: '0' };
}
