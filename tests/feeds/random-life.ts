import type { FeedName } from '@rapport/etl';
import type { Row } from './house.ts';
import { caseStep, compensation, link, order, parcel, scan, serviceCase, touch } from './rows.ts';
import { dice } from './small-shop.ts';

export type Picture = Record<string, Partial<Record<FeedName, Row[]>>>;
type Of = { order_ref?: string; case_ref?: string; customer_ref?: string; visitor_ref?: string };

const time = (n: number): string => new Date(Date.UTC(2025, 0, 3 + n * 9)).toISOString();

/**
 * A shop that changes from day to day: buyers are corrected, rows come and go, customers turn out to be one and then not, links form
 * circles. Every day's picture is whole and names nothing that is not in it.
 */
export function randomLife(seed: number, days: number): Picture[] {
  const roll = dice(seed);
  const person = () => `u${roll(7)}`;
  const orders = new Map<string, string | null>();
  const parcels = new Map<string, string>();
  const cases = new Map<string, Of>();
  const given = new Map<string, Of>();
  const seen = new Map<string, Of>();
  const links = new Map<string, string>();
  const pick = (from: ReadonlyMap<string, unknown>) => [...from.keys()][roll(from.size)] ?? '';
  const ofCase = (): Of => [{ order_ref: pick(orders) }, { customer_ref: person() }, {}][roll(3)] as Of;
  const change = <T>(rows: Map<string, T>, most: number, made: () => T) => {
    for (const key of [...rows.keys()]) {
      if (roll(8) === 0) rows.delete(key);
      else if (roll(5) === 0) rows.set(key, made());
    }
    while (rows.size < most) rows.set(`${seed}x${roll(most * 2)}`, made());
  };
  return Array.from({ length: days }, () => {
    change(orders, 9, () => (roll(6) === 0 ? null : person()));
    change(parcels, 8, () => pick(orders));
    for (const [id, of] of parcels) if (!orders.has(of)) parcels.set(id, pick(orders));
    change(cases, 8, ofCase);
    for (const [id, of] of cases) if (of.order_ref && !orders.has(of.order_ref)) cases.set(id, ofCase());
    const ofGift = (): Of => [{ case_ref: pick(cases) }, { order_ref: pick(orders), case_ref: pick(cases) }, { customer_ref: person() }][roll(3)] as Of;
    change(given, 6, ofGift);
    for (const [id, of] of given) if ((of.order_ref && !orders.has(of.order_ref)) || (of.case_ref && !cases.has(of.case_ref))) given.set(id, ofGift());
    change(seen, 8, () => (roll(2) === 0 ? { visitor_ref: `w${roll(3)}` } : { customer_ref: person() }));
    change(links, 3, person);
    for (const from of [...links.keys()]) if (from.includes('x')) (links.set(roll(4) === 0 ? `visitor:w${roll(3)}` : person(), links.get(from) ?? ''), links.delete(from));
    for (const [from, into] of links) if (from === into) links.delete(from);
    return {
      back: { orders: [...orders].map(([id, of], n) => order(id, of, { ordered_at: time(n) })) },
      ways: {
        shipments: [...parcels].map(([id, of]) => parcel(id, of)),
        tracking_events: [...parcels.keys()].flatMap((id, n) => [0, 1].map((step) => scan(String(step), id, time(Number(/\d+$/.exec(id)?.[0] ?? n) + step)))),
      },
      desk: {
        service_cases: [...cases].map(([id, of]) => serviceCase(id, of)),
        case_events: [...cases.keys()].map((id) => caseStep('1', id, time(Number(/\d+$/.exec(id)?.[0] ?? 0)))),
        compensations: [...given].map(([id, of]) => compensation(id, of)),
      },
      site: { touchpoints: [...seen].map(([id, of]) => touch(id, of, { occurred_at: time(Number(/\d+$/.exec(id)?.[0] ?? 0)) })) },
      club: { customer_links: [...links].map(([from, into]) => link(from, into)) },
    };
  }); // prettier-ignore
}
