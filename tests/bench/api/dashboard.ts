import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The documents the dashboard was built with, by name. */
function documents(): Map<string, string> {
  const file = join(import.meta.dirname, '../../../dashboard/src/gql/graphql.ts');
  const found = new Map<string, string>();
  for (const [, text = ''] of readFileSync(file, 'utf8').matchAll(/new TypedDocumentString\(`([^`]*)`/g)) {
    const name = /\b(?:query|mutation) (\w+)/.exec(text)?.[1];
    if (name) found.set(name, text);
  }
  return found;
}

/** What opened pages ask, most of it figures, as pages ask for them. */
export function dashboardBodies(shop: string, asOf: string): string[] {
  const known = documents();
  const where = [{ dimension: 'SHOP', in: [shop] }];
  const year = (back: number, months: number): { from: string; to: string } => {
    const end = new Date(`${asOf}T00:00:00Z`);
    const to = new Date(Date.UTC(end.getUTCFullYear(), end.getUTCMonth() - back, 0));
    const from = new Date(Date.UTC(to.getUTCFullYear(), to.getUTCMonth() - months + 1, 1));
    return { from: from.toISOString().slice(0, 10), to: to.toISOString().slice(0, 10) };
  };
  const figures = (metrics: string[], more: Record<string, unknown> = {}): [string, Record<string, unknown>] => [
    'Metrics',
    {
      metrics,
      period: year(0, 12),
      grain: 'TOTAL',
      by: [],
      where,
      compare: ['PREVIOUS_PERIOD'],
      events: [],
      limit: 50,
      ...more,
    },
  ];
  const asked: [string, Record<string, unknown>][] = [
    figures(['GMV', 'ORDERS', 'CUSTOMERS', 'AVERAGE_ORDER_VALUE']),
    figures(['PROMISE_KEPT_RATE', 'ON_TIME_DELIVERY_RATE'], { grain: 'MONTH' }),
    figures(['REPURCHASE_RATE_90D', 'REPEAT_PURCHASE_DAYS_RATE']),
    figures(['COMPLAINT_RATE'], { grain: 'WEEK' }),
    figures(['POSITIVE_REVIEW_RATE', 'NEGATIVE_REVIEW_RATE'], { grain: 'MONTH', compare: [] }),
    figures(['PROMISE_KEPT_RATE'], { by: ['CARRIER'] }),
    figures(['PROMISE_KEPT_RATE', 'ORDERS'], { by: ['REGION'] }),
    figures(['NPS'], { grain: 'QUARTER', compare: [] }),
    figures(['DELIVERY_DAYS_P50']),
    figures(['GMV'], { grain: 'DAY', period: year(0, 3), compare: [] }),
    ['CohortRetention', { period: year(3, 9), where, months: 6 }],
    ['DataHealth', { shop }],
    ['Rfm', { shop }],
    ['Backlog', { shop }],
    ['Orders', { first: 20, where: { shop } }],
    ['DataState', {}],
  ];
  return asked.map(([name, variables]) => {
    const query = known.get(name);
    if (query === undefined) throw new Error(`The dashboard has no document ${name}: build it first.`);
    return JSON.stringify({ query, variables });
  });
}
