import type pg from 'pg';
import { answerMetrics, watched } from '@rapport/model/metrics';
import type { MovedFigure } from '@rapport/model/vocabulary';

/** Every figure of a shop by month, as the connection sees them just now. */
export async function figuresOf(db: pg.Client, shop: string): Promise<Map<string, number | null>> {
  const { rows } = await db.query<{ from: string | null; to: string | null }>(
    `select date_trunc('month', greatest(min(j.ordered_on), s.as_of - interval '50 years'))::date::text as from,
       (date_trunc('month', s.as_of) + interval '1 month - 1 day')::date::text as to
     from core.shops s join journey.order_journey j using (shop) where shop = $1 group by s.as_of`,
    [shop],
  );
  const { from, to } = rows[0] ?? { from: null, to: null };
  if (!from || !to) return new Map();
  const { series } = await answerMetrics(
    db,
    { metrics: [...watched], period: { from, to }, grain: 'MONTH', where: [{ dimension: 'SHOP', in: [shop] }] },
    { role: 'operator' },
  );
  return new Map(
    series.flatMap(({ metric, points }) =>
      points.map(({ bucket, value }): [string, number | null] => [`${metric.id} ${bucket}`, value]),
    ),
  );
}

export function moved(
  before: ReadonlyMap<string, number | null>,
  after: ReadonlyMap<string, number | null>,
): MovedFigure[] {
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((key) => {
    const [metric = '', month = ''] = key.split(' ');
    const figure = { metric, month, before: before.get(key) ?? null, after: after.get(key) ?? null };
    return figure.before === figure.after ? [] : [figure];
  });
}
