import type { Period } from '../../metrics/index.ts';
import type { Queryable } from '../../schema/index.ts';
import { wilson, type Interval } from '../../statistics/index.ts';
import type { LocalizedText } from '../../vocabulary/index.ts';
import { reasons, SUSPICIOUS } from './reasons.ts';

export interface FairnessRequest {
  shop?: string | null;
  /** Days the reviews were written, both inclusive. */
  period: Period;
}

/** Stars with every review, and without those that are suspicious or were judged fake. */
export interface RatingWithAndWithout {
  reviews: number;
  /** Suspicious and not judged genuine, or judged fake. */
  doubtful: number;
  rating: number | null;
  ratingWithout: number | null;
}

export interface ProductInDoubt extends RatingWithAndWithout {
  /** The shop's own number. */
  product: string;
  label: LocalizedText | null;
}

export interface ReasonFound {
  code: string;
  label: LocalizedText;
  means: LocalizedText;
  points: number;
  /** Doubtful reviews with it. */
  reviews: number;
}

export interface Fairness extends RatingWithAndWithout {
  share: number | null;
  shareInterval: Interval | null;
  reasons: ReasonFound[];
  /** Most doubtful reviews first. */
  products: ProductInDoubt[];
  /** Of the suspicious: waiting for a decision. */
  open: number;
  judgedFake: number;
  judgedGenuine: number;
}

const MOST_PRODUCTS = 12;

interface Row {
  part: 'all' | 'reason' | 'product' | 'judged';
  code: string;
  label: LocalizedText | null;
  reviews: number;
  doubtful: number;
  stars: number;
  starsWithout: number;
}

const SUMS = `count(*)::integer as reviews, (count(*) filter (where doubtful))::integer as doubtful, coalesce(sum(score), 0)::integer as stars, coalesce(sum(score) filter (where not doubtful), 0)::integer as "starsWithout"`;

async function readRows(db: Queryable, { shop, period }: FairnessRequest): Promise<Row[]> {
  const { rows } = await db.query<Row>(
    `/* fair reviews */ with seen as materialized (
       select r.product_id, r.score, g.reasons, g.suspicion >= ${SUSPICIOUS} as suspicious, j.verdict,
         coalesce(j.verdict = 'fake', false) or (coalesce(g.suspicion >= ${SUSPICIOUS}, false) and j.verdict is distinct from 'genuine') as doubtful
       from core.reviews r join core.shops s on s.shop = r.shop
       left join journey.review_signals g on g.customer_id = r.customer_id and g.review_id = r.id
       left join ops.review_judgements j on j.review_id = r.id
       where r.deleted_at is null and coalesce(r.source, 'written') <> 'default' and ($1::text is null or r.shop = $1)
         and r.answered_at >= ($2::date)::timestamp at time zone s.zone and r.answered_at < ($3::date + 1)::timestamp at time zone s.zone
     ), products as (select product_id, ${SUMS} from seen where product_id is not null group by product_id having bool_or(doubtful) order by count(*) filter (where doubtful) desc, product_id limit ${MOST_PRODUCTS})
     select 'all' as part, '' as code, null::jsonb as label, ${SUMS} from seen
     union all select 'reason', reason, null, ${SUMS} from seen, unnest(reasons) reason where doubtful group by reason
     union all select 'judged', coalesce(verdict, 'open'), null, ${SUMS} from seen where verdict is not null or suspicious group by 2
     union all select 'product', p.external_id, case when p.title is null then null else jsonb_build_object('en', p.title, 'zh', p.title) end, x.reviews, x.doubtful, x.stars, x."starsWithout" from products x join core.products p on p.id = x.product_id`,
    [shop ?? null, period.from, period.to],
  );
  return rows;
}

const mean = (stars: number, reviews: number): number | null => (reviews > 0 ? stars / reviews : null);
const ratingOf = ({ reviews, doubtful, stars, starsWithout }: Row): RatingWithAndWithout => ({
  reviews,
  doubtful,
  rating: mean(stars, reviews),
  ratingWithout: mean(starsWithout, reviews - doubtful),
});
const nothing: Row = { part: 'all', code: '', label: null, reviews: 0, doubtful: 0, stars: 0, starsWithout: 0 };

/** How much of a shop's rating is owed to reviews that somebody may have bought or planted. Reviews given by default are left out. */
export async function fairnessOf(db: Queryable, request: FairnessRequest): Promise<Fairness> {
  const rows = await readRows(db, request);
  const all = rows.find(({ part }) => part === 'all') ?? nothing;
  const countOf = (part: Row['part'], code: string): number =>
    rows.find((row) => row.part === part && row.code === code)?.reviews ?? 0;
  return {
    ...ratingOf(all),
    share: mean(all.doubtful, all.reviews),
    shareInterval: wilson(all.doubtful, all.reviews),
    reasons: reasons.map((reason) => ({ ...reason, reviews: countOf('reason', reason.code) })),
    products: rows
      .filter(({ part }) => part === 'product')
      .map((row) => ({ product: row.code, label: row.label, ...ratingOf(row) }))
      .toSorted((a, b) => b.doubtful - a.doubtful || (a.product < b.product ? -1 : 1)),
    open: countOf('judged', 'open'),
    judgedFake: countOf('judged', 'fake'),
    judgedGenuine: countOf('judged', 'genuine'),
  };
}
