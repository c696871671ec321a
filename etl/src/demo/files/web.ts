import { DAY, epochMs } from '../world/calendar.ts';
import { ratingOn, type Visit } from '../lives/visits.ts';
import { ORIGIN_WORDS } from './shop-backend.ts';
import type { SystemFile } from './system-file.ts';
import type { Writer } from './writer.ts';

// The web log: one JSON object a line, times in milliseconds since 1970; keys without a value are left out.
export const EVENT_WORDS = {
  page: 'pv',
  search: 'search',
  product_view: 'item',
  review_view: 'rate_list',
  recommendation_shown: 'rec_expo',
  recommendation_clicked: 'rec_click',
  cart: 'add_cart',
  checkout: 'settle',
  paid: 'pay_ok',
  consulted: 'im_open',
} as const;

export class WebLog {
  private readonly clicks: SystemFile;

  constructor(private readonly to: Writer) {
    this.clicks = to.open({
      name: 'demo_web/clicks.ndjson.gz',
      gzip: true,
      duplicates: true,
      flaws: [
        { reason: 'invalid_json', row: (n) => `{"id":"X${n}","sid":"X","ck":"X","e":"pv","t":17` },
        { reason: 'invalid_number', row: (n) => `{"id":"X${n}","sid":"X","ck":"X","e":"pv","t":"yesterday"}` },
        { reason: 'unknown_code', row: (n) => `{"id":"X${n}","sid":"X","ck":"X","e":"teleport","t":1785549600000}` },
      ],
    });
  }

  visit(v: Visit): void {
    const head = `","ck":"${v.cookie}","sid":"${v.no}"${v.customer === null ? '' : `,"uid":"${v.customer}"`},"src":"${ORIGIN_WORDS[v.origin] ?? v.origin}`;
    let n = 0;
    for (const c of v.clicks) {
      if (!this.to.shop.isSeen(c.at)) break;
      let line = `{"id":"${v.no}-${++n}${head}","e":"${EVENT_WORDS[c.kind]}","t":${epochMs(c.at) + ((n * 137) % 1000)}`;
      if (c.product !== null) {
        line += `,"item":"${c.product.id}"`;
        if (c.kind === 'product_view')
          line += `,"star":${(ratingOn(c.product, Math.floor(c.at / DAY)) / 10).toFixed(1)}`;
      }
      if (c.query !== null) line += `,"q":"${c.query}","hits":${c.results}`;
      if (c.ms !== null) line += `,"ms":${c.ms}`;
      if (c.order !== null) line += `,"trade":"${c.order}"`;
      this.clicks.write(`${line}}`);
      this.to.counts.row('touchpoints', { kind: c.kind }, { empty_searches: c.results === 0 ? 1 : 0 });
    }
    this.to.counts.row('visits', { origin: v.origin, signed_in: v.customer !== null });
  }
}
