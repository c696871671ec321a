import { catalogue, metricHead, SMALLEST_SHOWN } from '@rapport/model/metrics';
import type { Queryable } from '@rapport/model/schema';
import type { LocalizedText, Role } from '@rapport/model/vocabulary';
import { Conditions } from '../../platform/database/conditions.ts';
import { Keyset } from '../../platform/database/keyset.ts';
import { found, pageOf, type Page, type PageArgs } from '../../platform/graphql/page.ts';
import type { FigureChange, FigureChangeCause, FigureChangeWhere, PublishedFigure } from './revision.type.ts';

/** A series is told of so many moves, the latest first: more are in the list of all. */
const MOST_OF_A_SERIES = 20;

const causes: Record<FigureChangeCause, LocalizedText> = {
  LATE_ROWS: { en: 'rows that came late', zh: '迟到的数据' },
  CORRECTIONS: { en: 'corrected rows', zh: '数据更正' },
  DELETIONS: { en: 'rows taken away', zh: '数据删除' },
  REPLAY: { en: 'refused rows that were mended', zh: '隔离数据修复后重放' },
  BACKFILL: { en: 'a backfill', zh: '历史数据回填' },
  DEFINITION: { en: 'a new definition', zh: '指标口径变更' },
};

interface ChangeRow {
  id: string;
  cursorKeys: string[];
  shop: string;
  currency: string;
  metric: string;
  month: string;
  monthEnd: string;
  before: PublishedFigure;
  after: PublishedFigure;
  threshold: number;
  cause: string;
  source: string;
  runId: string;
  dataVersion: string;
  changedAt: Date;
}

const figure = (side: 'old' | 'new'): string =>
  `jsonb_build_object('value', c.${side}_value, 'numerator', c.${side}_numerator, 'denominator', c.${side}_denominator,
     'sample', c.${side}_sample, 'version', c.${side}_version, 'runId', c.${side === 'old' ? 'old_run_id' : 'run_id'}::text)`;

const selected = `c.id::text as id, c.shop, s.currency, c.metric, c.month::text as month, (c.month + interval '1 month - 1 day')::date::text as "monthEnd",
  ${figure('old')} as before, ${figure('new')} as after, c.threshold, c.cause, r.source, c.run_id::text as "runId", c.data_version::text as "dataVersion", c.changed_at as "changedAt"`;
const from = `ops.figure_changes c join ops.runs r using (run_id) join core.shops s on s.shop = c.shop`;

const latestFirst = new Keyset('figure changes', 'DESC', [{ sql: 'c.id', type: 'bigint' }]);

const declared = catalogue.map(({ id }) => id);

/** Of metrics that still are. Who sees aggregates only is not told of figures of few: the difference would point at persons. */
const tellable = (role: Role): Conditions => {
  const conditions = new Conditions().given(declared, (ids) => `c.metric = any(${ids}::text[])`);
  return role === 'executive'
    ? conditions.and(
        `c.old_sample not between 1 and ${SMALLEST_SHOWN - 1} and c.new_sample not between 1 and ${SMALLEST_SHOWN - 1}`,
      )
    : conditions;
};

function toChange(row: ChangeRow): FigureChange {
  const cause = row.cause.toUpperCase() as FigureChangeCause;
  const metric = found(metricHead(row.metric, row.currency), `the metric ${row.metric}`);
  return { ...row, metric, month: { from: row.month, to: row.monthEnd }, cause, causeTitle: causes[cause] };
}

export async function readFigureChanges(
  db: Queryable,
  role: Role,
  { metrics, shop, runId }: FigureChangeWhere,
  { first, after }: PageArgs,
): Promise<Page<FigureChange>> {
  const matching = (): Conditions =>
    tellable(role)
      .given(metrics, (ids) => `c.metric = any(${ids}::text[])`)
      .given(shop, (code) => `c.shop = ${code}`)
      .given(runId, (id) => `c.run_id::text = ${id}`);
  const conditions = matching();
  latestFirst.continueAfter(conditions, after);
  const { rows } = await db.query<ChangeRow>(
    `/* figure changes */ select ${selected}, ${latestFirst.select} from ${from} where ${conditions.sql} order by ${latestFirst.orderBy} limit ${first + 1}`,
    conditions.values,
  );
  return pageOf(rows, first, {
    cursor: (row) => latestFirst.cursor(row),
    node: toChange,
    count: async () => {
      const counted = matching();
      const {
        rows: [row],
      } = await db.query<{ n: number }>(
        `/* count figure changes */ select count(*) as n from ${from} where ${counted.sql}`,
        counted.values,
      );
      return row?.n ?? 0;
    },
  });
}

export interface SeriesKey {
  metric: string;
  shops: readonly string[];
  from: string;
  to: string;
}
export const seriesKeyText = ({ metric, shops, from: first, to }: SeriesKey): string =>
  JSON.stringify([metric, shops, first, to]);

/** For each series, the moves of closed months that its days lie in, latest first. */
export async function readRevisions(
  db: Queryable,
  role: Role,
  keys: readonly SeriesKey[],
): Promise<(FigureChange & { series: string })[]> {
  const conditions = tellable(role);
  const asked = conditions.bind(JSON.stringify(keys.map((key) => ({ ...key, series: seriesKeyText(key) }))));
  const { rows } = await db.query<ChangeRow & { series: string }>(
    `/* revisions */ select k.series, m.* from jsonb_to_recordset(${asked}::jsonb) as k(series text, metric text, shops jsonb, "from" date, "to" date)
     cross join lateral (
       select ${selected} from ${from}
       where c.metric = k.metric and k.shops ? c.shop and c.month <= k."to" and c.month + interval '1 month' > k."from" and ${conditions.sql}
       order by c.id desc limit ${MOST_OF_A_SERIES}
     ) m`,
    conditions.values,
  );
  return rows.map(({ series, ...row }) => ({ ...toChange(row), series }));
}
