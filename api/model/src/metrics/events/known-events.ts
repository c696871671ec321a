import type { Queryable } from '../../schema/index.ts';
import { allOf, passes } from '../compile/filters.ts';
import type { Filter } from '../planner/request.ts';
import { sql, toQuery } from '../sql.ts';
import { seriesOf, type EventSeries, type Occurrence } from './series.ts';

/** The events that a question about these shops may be aligned to. */
export async function readEvents(db: Queryable, filters: readonly Filter[]): Promise<EventSeries[]> {
  const shops = passes(
    sql`c.shop`,
    filters.filter(({ dimension }) => dimension === 'SHOP'),
  );
  const { sql: text, params } = toQuery(
    sql`/* events */ select c.shop, c.code, c.label_en as "labelEn", c.label_zh as "labelZh", c.starts_on::text as "startsOn", coalesce(c.ends_on, c.starts_on)::text as "endsOn"
from core.calendar_events c where ${allOf([sql`c.starts_on is not null`, ...shops])} order by c.starts_on, c.code, c.shop`,
  );
  return seriesOf((await db.query<Occurrence>(text, params)).rows);
}
