import type { Queryable } from '@rapport/model/schema';
import { pageOf, type Page, type PageArgs } from '../graphql/page.ts';
import { Conditions } from './conditions.ts';
import type { Keyset } from './keyset.ts';
import { listOf, once } from './loaders.ts';

/**
 * A list whose page is cut before anything is joined to it: conditions and sort keys speak of `j`, which the page is cut from;
 * `rows` joins to `k`, the keys of the page, all that the columns need.
 */
export interface Listing<Row, Node> {
  /** Names the statement. */
  name: string;
  /** What the page is cut from, with the alias `j`. */
  cut: string;
  /** The columns of `j` that find a row again. */
  keys: readonly string[];
  columns: string;
  rows: string;
  node: (row: Row) => Node;
}

type Listed<Row> = Row & { cursorKeys: string[] };

const cutAndJoined = <Row, Node>(
  { cut, keys, columns, rows }: Listing<Row, Node>,
  keyset: Keyset,
  conditions: Conditions,
  first: number,
): string =>
  `select ${columns}, ${keyset.of('k').select}
   from (select ${keys.map((key) => `j.${key}`).join(', ')}, ${keyset.columns} from ${cut} where ${conditions.sql} order by ${keyset.orderBy} limit ${first + 1}) k
   ${rows} order by ${keyset.of('k').orderBy}`;

/** One page of a list. `matching` is asked again for the count, whose statement has values of its own. */
export async function readPage<Row, Node>(
  db: Queryable,
  listing: Listing<Row, Node>,
  keyset: Keyset,
  matching: () => Conditions,
  { first, after }: PageArgs,
): Promise<Page<Node>> {
  const conditions = matching();
  keyset.continueAfter(conditions, after);
  const { rows } = await db.query<Listed<Row>>(
    `/* ${listing.name} */ ${cutAndJoined(listing, keyset, conditions, first)}`,
    conditions.values,
  );
  return pageOf(rows, first, {
    cursor: (row) => keyset.cursor(row),
    node: listing.node,
    count: async () => {
      const counted = matching();
      const answer = await db.query<{ n: number }>(
        `/* count ${listing.name} */ select count(*) as n from ${listing.cut} where ${counted.sql}`,
        counted.values,
      );
      return answer.rows[0]?.n ?? 0;
    },
  });
}

/** One page of the list of each parent, all in one statement. `parent` is a uuid column of `j`. */
export async function readPagesOf<Row, Node>(
  db: Queryable,
  listing: Listing<Row, Node>,
  keyset: Keyset,
  parent: string,
  ids: readonly string[],
  { first, after }: PageArgs,
): Promise<Map<string, Page<Node>>> {
  const conditions = new Conditions().and(`j.${parent} = p.id`);
  conditions.bind(ids);
  keyset.continueAfter(conditions, after);
  const { rows } = await db.query<Listed<Row> & { parentId: string }>(
    `/* ${listing.name} of each */ select p.id as "parentId", x.* from ${listOf('uuid')} as p(id) cross join lateral (${cutAndJoined(listing, keyset, conditions, first)}) x`,
    conditions.values,
  );
  const byParent = Map.groupBy(rows, (row) => row.parentId);
  const counts = once(() => countOfEach(db, listing, parent, ids));
  return new Map(
    ids.map((id) => [
      id,
      pageOf(byParent.get(id) ?? [], first, {
        cursor: (row) => keyset.cursor(row),
        node: listing.node,
        count: async () => (await counts()).get(id) ?? 0,
      }),
    ]),
  );
}

async function countOfEach<Row, Node>(
  db: Queryable,
  { name, cut }: Listing<Row, Node>,
  parent: string,
  ids: readonly string[],
): Promise<Map<string, number>> {
  const { rows } = await db.query<{ id: string; n: number }>(
    `/* count ${name} of each */ select j.${parent} as id, count(*) as n from ${cut} where j.${parent} = any($1::uuid[]) group by 1`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, row.n]));
}
