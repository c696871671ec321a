import { metricHead } from '../../metrics/index.ts';
import { wilson, Z95 } from '../../statistics/index.ts';
import { channels } from '../../vocabulary/index.ts';
import type { Cell, Group, PanelSource } from '../initiatives/index.ts';

interface Row {
  code: string;
  index: number;
  positive: number;
  reviews: number;
}

function cellOf({ positive, reviews }: Row): Cell {
  const range = wilson(positive, reviews);
  const spread = range && reviews > 1 ? ((range.high - range.low) / 2 / Z95) ** 2 * reviews : null;
  return { value: positive / reviews, numerator: positive, rows: reviews, spread };
}

/**
 * Reviews that customers wrote after a contact about the order that a human had solved, by the channel of the first such contact and
 * the day it was opened: no review carries the contact before it.
 */
export const reviewsAfterContact: PanelSource = async ({ db }, { where }, stretches) => {
  const shops = where.find(({ dimension }) => dimension === 'SHOP')?.in ?? [];
  const { rows } = await db.query<Row>(
    `/* reviews after a contact */
     with stretch as (select n - 1 as index, f as "from", t as "to" from unnest($2::date[], $3::date[]) with ordinality as s (f, t, n)),
     contact as (
       select distinct on (r.customer_id, r.review_id) r.positive, c.channel, c.opened_on
       from journey.review_journey r join journey.case_journey c on c.customer_id = r.customer_id and c.order_id = r.order_id
       where r.shop = any ($1) and r.positive is not null and not r.by_default and not r.follow_up
         and c.phase <> 'pre_sale' and c.handled_by <> 'bot' and c.resolved_at < r.answered_at
       order by r.customer_id, r.review_id, c.opened_at)
     select k.channel as code, s.index::int as index, count(*) filter (where k.positive)::int as positive, count(*)::int as reviews
     from contact k join stretch s on k.opened_on between s."from" and s."to"
     where k.channel is not null group by 1, 2`,
    [shops, stretches.map(({ from }) => from), stretches.map(({ to }) => to)],
  );
  const head = metricHead('POSITIVE_REVIEW_RATE', '');
  const groups = [...Map.groupBy(rows, ({ code }) => code)].map(([code, found]): Group => {
    const label = (channels as Readonly<Record<string, Group['label']>>)[code] ?? { en: code, zh: code };
    return {
      code,
      label,
      cells: stretches.map((_, index) => {
        const row = found.find((one) => one.index === index);
        return row ? cellOf(row) : null;
      }),
    };
  });
  return head && { head, stretches, groups };
};
