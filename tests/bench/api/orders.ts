import { isDeepStrictEqual } from 'node:util';
import type pg from 'pg';
import type { Program } from './asking.ts';

/** Relations that PostGraphile cannot know of: facts carry no foreign keys. */
export async function tellRelations(pool: pg.Pool): Promise<void> {
  await pool.query(`
    comment on table journey.order_journey is E'@foreignKey (customer_id) references core.customers (customer_id)|@fieldName customer';
    comment on table core.order_items is E'@foreignKey (customer_id, order_id) references journey.order_journey (customer_id, order_id)|@foreignFieldName items';
    comment on table core.shipments is E'@foreignKey (customer_id, order_id) references journey.order_journey (customer_id, order_id)|@foreignFieldName shipments';`);
}

const own = `query Page($shop: String!, $region: [String!]!) {
  orders(first: 50, where: {shop: $shop, dimensions: [{dimension: REGION, in: $region}]}) { nodes {
    id shop status valid orderedAt orderedOn promisedOn deliveredOn delayDays lateness
    customer { id externalId city }
    items { id itemNo quantity price { amount } }
    shipments { id carrierCode deliveredOn }
  } } }`;

const theirs = `query Page($shop: String!, $region: String!) {
  allJourneyOrderJourneys(first: 50, condition: {shop: $shop, regionCode: $region}, orderBy: [ORDERED_ON_DESC, ORDERED_AT_DESC, ORDER_ID_DESC]) { nodes {
    id: orderId shop status valid orderedAt orderedOn promisedOn deliveredOn delayDays lateness
    customer { id: customerId externalId city }
    items(orderBy: [ITEM_NO_ASC, ROW_ID_ASC]) { nodes { id: rowId itemNo quantity priceMinor } }
    shipments(orderBy: [HANDED_OVER_AT_ASC, ROW_ID_ASC]) { nodes { id: rowId carrierCode deliveredOn } }
  } } }`;

export interface Bodies {
  own: string[];
  theirs: string[];
}

export const bodiesFor = (shop: string, regions: readonly string[]): Bodies => ({
  own: regions.map((region) => JSON.stringify({ query: own, variables: { shop, region: [region] } })),
  theirs: regions.map((region) => JSON.stringify({ query: theirs, variables: { shop, region } })),
});

interface Row {
  [name: string]: unknown;
}
type Nested = Row & { items: Row[] | { nodes: Row[] }; shipments: Row[] | { nodes: Row[] }; orderedAt: string };

const rowsOf = (rows: Row[] | { nodes: Row[] }): Row[] => (Array.isArray(rows) ? rows : rows.nodes);

/** Of each answer what it says, however it spells instants, amounts and lists. */
function said(nodes: readonly Nested[]): unknown {
  return nodes.map(({ items, shipments, orderedAt, ...order }) => ({
    ...order,
    orderedAt: new Date(orderedAt).toISOString(),
    items: rowsOf(items).map(({ price, priceMinor, ...item }) => ({
      ...item,
      cents:
        priceMinor === undefined ? Math.round(Number((price as { amount: string }).amount) * 100) : Number(priceMinor),
    })),
    shipments: rowsOf(shipments),
  }));
}

/** Faster is only worth something where the same is told: both must tell the same of every region, row by row. */
export async function assertSameData(ours: Program, others: Program, bodies: Bodies): Promise<number> {
  let rows = 0;
  for (const [index, body] of bodies.own.entries()) {
    const mine = JSON.parse((await ours.post(body)).text) as { data?: { orders: { nodes: Nested[] } } };
    const other = JSON.parse((await others.post(bodies.theirs[index]!)).text) as {
      data?: { allJourneyOrderJourneys: { nodes: Nested[] } };
      errors?: unknown;
    };
    if (!mine.data || !other.data) throw new Error(`No answer: ${JSON.stringify([mine, other]).slice(0, 1500)}`);
    const [a, b] = [said(mine.data.orders.nodes), said(other.data.allJourneyOrderJourneys.nodes)];
    if (!isDeepStrictEqual(a, b))
      throw new Error(`The answers differ:\n${JSON.stringify(a).slice(0, 900)}\n${JSON.stringify(b).slice(0, 900)}`);
    rows += mine.data.orders.nodes.length;
  }
  return rows;
}
