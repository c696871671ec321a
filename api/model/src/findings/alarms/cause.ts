import { codeOf, idOf } from '../../metrics/facts/fact.ts';
import { dayText } from '../../metrics/planner/calendar.ts';
import { allOf, conditionsOn } from '../../metrics/compile/filters.ts';
import { join, raw, sql, toQuery, type Sql } from '../../metrics/sql.ts';
import type { Queryable } from '../../schema/index.ts';
import { excessLikelihood } from '../../statistics/count-limits.ts';
import type { Dimension } from '../../vocabulary/index.ts';
import { damage } from './damage.ts';
import type { Incident } from './incidents.ts';
import { rowsOf, type WatchedShop } from './read-counts.ts';
import type { Watch } from './watches.ts';

const SLICES = 8;
const ROWS = 8;
/** What a slice usually brings is learned from half a year that ends a week before. */
const USUAL_DAYS = 182;
const BEFORE_DAYS = 7;
/** Which run brought the rows is asked of so many of them. */
const TRACED = 2_000;
/** Slices with less than this many events are told by no name. */
const FEWEST = 2;

export interface CauseSlice {
  dimensions: readonly Dimension[];
  codes: readonly string[];
  observed: number;
  expected: number;
  /** Of the shop's excess, the share that lies in it; above 1 where other slices were calmer than usual. */
  share: number;
  likelihood: number;
}

export interface CauseRow {
  id: string;
  on: string;
}

export interface Cause {
  slices: CauseSlice[];
  rows: CauseRow[];
  runId: string | null;
  /** Of the rows that were traced, how many that run brought. */
  runRows: number;
  tracedRows: number;
}

/** Where the file that brought a row stands, by its id. */
const BROUGHT: Readonly<Record<string, { table: string; id: string }>> = {
  cases: { table: 'core.service_cases', id: 'id' },
  reviews: { table: 'core.reviews', id: 'id' },
  mentions: { table: 'core.mentions', id: 'id' },
  damage: { table: damage.relation, id: damage.id },
};

/** Which slices the excess lies in, the likeliest cause first; some of its rows; and the run that brought them. */
export async function findCause(db: Queryable, watch: Watch, shop: WatchedShop, incident: Incident): Promise<Cause> {
  const slices = await rankSlices(db, watch, shop, incident);
  const rows = await readRows(db, watch, shop, incident, slices[0] ?? incident);
  return { slices, ...rows };
}

interface SliceRow {
  codes: (string | null)[];
  sets: number;
  observed: number;
  usual: number;
}

async function rankSlices(db: Queryable, watch: Watch, shop: WatchedShop, incident: Incident): Promise<CauseSlice[]> {
  const searched = [...new Set(watch.causes.flat())];
  const { sql: text, params } = toQuery(sliceStatement(watch, shop, incident, searched));
  const { rows } = await db.query<SliceRow>(text, params);
  const whole = rows.find(({ sets }) => sets === (1 << searched.length) - 1);
  const counted = rows.map(({ codes, sets, ...counts }) => {
    const at = searched.flatMap((_, index) => (((sets >> (searched.length - 1 - index)) & 1) === 0 ? [index] : []));
    return {
      dimensions: at.flatMap((index) => searched[index] ?? []),
      codes: at.map((index) => codes[index] ?? ''),
      ...counts,
    };
  });
  return rankCauses(counted, whole?.usual ?? 0, incident);
}

export interface CountedSlice {
  dimensions: readonly Dimension[];
  codes: readonly string[];
  /** In the days of the incident, and in the half year before. */
  observed: number;
  usual: number;
}

/** Of two dimensions: as sure of their independence as so many events would make it. */
const INDEPENDENT = 10;

/** Of all events of the half year, the slice's share; of two dimensions drawn towards the product of their own shares, since few of their events are known. */
function usualShare(
  { dimensions, codes, usual }: Pick<CountedSlice, 'dimensions' | 'codes' | 'usual'>,
  usualOfAll: number,
  margins: ReadonlyMap<string, number>,
): number {
  const own = dimensions.map((dimension, at) => margins.get(`${dimension} ${codes[at]}`));
  if (own.length < 2 || own.includes(undefined)) return (usual + 0.5) / (usualOfAll + 1);
  const product = own.reduce<number>((times, share) => times * (share ?? 1), 1);
  return (usual + INDEPENDENT * product) / (usualOfAll + INDEPENDENT);
}

/** Slices by how likely it is that the excess is theirs: what each brought against its usual share of what was expected. */
export function rankCauses(
  counted: readonly CountedSlice[],
  usualOfAll: number,
  { shopObserved, shopExpected }: Pick<Incident, 'shopObserved' | 'shopExpected'>,
): CauseSlice[] {
  const excess = Math.max(1e-9, shopObserved - shopExpected);
  const margins = new Map(
    counted
      .filter(({ dimensions }) => dimensions.length === 1)
      .map(({ dimensions, codes, usual }) => [`${dimensions[0]} ${codes[0]}`, (usual + 0.5) / (usualOfAll + 1)]),
  );
  const ranked = counted.flatMap(({ dimensions, codes, observed, usual }): CauseSlice[] => {
    if (dimensions.length === 0 || observed < FEWEST || codes.includes('')) return [];
    const expected = shopExpected * usualShare({ dimensions, codes, usual }, usualOfAll, margins);
    const likelihood = excessLikelihood(observed, expected);
    return likelihood > 0
      ? [{ dimensions, codes, observed, expected, share: (observed - expected) / excess, likelihood }]
      : [];
  });
  return ranked.sort((a, b) => b.likelihood - a.likelihood).slice(0, SLICES);
}

function sliceStatement(watch: Watch, shop: WatchedShop, { episode }: Incident, searched: readonly Dimension[]): Sql {
  const { day, from, where } = rowsOf(watch, shop.shop);
  const [start, end] = [dayText(shop.first + episode.started), dayText(shop.first + episode.last)];
  const usualTo = dayText(shop.first + episode.started - BEFORE_DAYS - 1);
  const usualFrom = dayText(shop.first + episode.started - BEFORE_DAYS - USUAL_DAYS);
  const columns = searched.map((dimension) => sql`${codeOf(watch.fact, dimension)} as ${raw(dimension.toLowerCase())}`);
  const name = (dimension: Dimension): Sql => raw(`e.${dimension.toLowerCase()}`);
  const names = join(searched.map(name), ', ');
  const sets = [sql`()`, ...watch.causes.map((set) => sql`(${join(set.map(name), ', ')})`)];
  return sql`/* alarms: cause */ select array[${names}] as codes, grouping(${names}) as sets,
  count(*) filter (where e.now)::integer as observed, count(*) filter (where not e.now)::integer as usual
from (select ${day} >= ${start}::date as now, ${join(columns, ', ')} from ${from}
  where ${where} and (${day} between ${start}::date and ${end}::date or ${day} between ${usualFrom}::date and ${usualTo}::date)) e
group by grouping sets (${join(sets, ', ')})`;
}

async function readRows(
  db: Queryable,
  watch: Watch,
  shop: WatchedShop,
  { episode }: Incident,
  slice: { dimensions: readonly Dimension[]; codes: readonly string[] },
): Promise<Omit<Cause, 'slices'>> {
  const { day, from, where } = rowsOf(watch, shop.shop);
  const inSlice = conditionsOn(
    watch.fact,
    slice.dimensions.map((dimension, at) => ({ dimension, codes: [slice.codes[at] ?? ''], excludes: false })),
  );
  const [start, end] = [dayText(shop.first + episode.started), dayText(shop.first + episode.last)];
  const { sql: text, params } = toQuery(
    sql`/* alarms: rows */ select ${idOf(watch.fact)}::text as id, ${day}::text as "on" from ${from}
where ${where} and ${day} between ${start}::date and ${end}::date and ${allOf(inSlice)} order by 2 desc, 1 limit ${TRACED}::integer`,
  );
  const { rows } = await db.query<CauseRow>(text, params);
  const brought = BROUGHT[watch.fact.name];
  const { rows: runs } = brought
    ? await db.query<{ run: string; n: number }>(
        `/* alarms: runs */ select f.run_id::text as run, count(*)::integer as n from ${brought.table} c join ops.files f on f.file_id = c.file_id
         where c.${brought.id} = any($1::uuid[]) group by 1 order by 2 desc, 1 desc limit 1`,
        [rows.map(({ id }) => id)],
      )
    : { rows: [] };
  const [run] = runs;
  return { rows: rows.slice(0, ROWS), runId: run?.run ?? null, runRows: run?.n ?? 0, tracedRows: rows.length };
}
