import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dayOf, Exports, shanghaiDay } from './exports.ts';
import { readBroken, readKeptAccounts, readOrders, readTickets, readWaybills, type Ticket } from './shop-files.ts';
import type { Planted } from './truth.ts';

/** Days that are counted, as the product reads them. */
export const HISTORY = 761;

export interface Report {
  /** Null: a scan. */
  ticket: Ticket | null;
  /** From when on it can be known. */
  known: number;
  day: number;
  carrier: string;
  region: string;
  /** Day of the hand-over; NaN: not handed over. */
  handedOver: number;
  /** Days since the order. */
  delay: number;
}

export const TOPICS: Readonly<Record<string, string>> = {
  damaged: '破损',
  lost: '丢件',
  delivery_late: '物流超时',
  where_is_my_order: '查物流',
};
export const SCANS = 'damage_scans';

export interface SpikeFiles {
  reports: Record<string, Report[]>;
  orders: Float64Array;
  tickets: Ticket[];
  first: number;
  planted: Planted['c'];
}

/** What a shop's files report of the road: contacts by topic, and scans of damage. */
export async function readSpikeFiles(directory: string): Promise<SpikeFiles> {
  const files = new Exports(directory);
  const { planted, of } = JSON.parse(readFileSync(join(directory, 'truth.json'), 'utf8')) as {
    planted: Planted;
    of: { asOf: string };
  };
  const orders = readOrders(files, readKeptAccounts(files));
  const waybills = await readWaybills(files, orders);
  const tickets = readTickets(files);
  const first = dayOf(of.asOf) - HISTORY + 1;
  const placed = new Float64Array(HISTORY);
  for (const { day } of orders.values()) if (day >= first) placed[day - first] = (placed[day - first] ?? 0) + 1;
  const reportOf = (ticket: Ticket | null, orderNo: string, day: number, known: number): Report => {
    const [order, waybill] = [orders.get(orderNo), waybills.get(orderNo)];
    return {
      ticket,
      known,
      day,
      carrier: waybill?.cp_code ?? '',
      region: order?.province ?? '',
      handedOver: waybill ? dayOf(waybill.handover_time) : Number.NaN,
      delay: day - (order?.day ?? Number.NaN),
    };
  };
  const reports: SpikeFiles['reports'] = Object.fromEntries(
    Object.entries(TOPICS).map(([topic, category]) => [
      topic,
      tickets
        .filter((ticket) => ticket.category === category)
        .map((ticket) => {
          const at = ticket.created_at;
          return reportOf(ticket, ticket.order_no ?? '', shanghaiDay(at), Date.parse(at));
        }),
    ]),
  );
  const broken = await readBroken(files);
  reports[SCANS] = [...waybills.values()].flatMap(({ mail_no: parcel, trade_no: orderNo }) => {
    const scan = broken.get(parcel);
    return scan ? [reportOf(null, orderNo, dayOf(scan.occur), Date.parse(scan.upload))] : [];
  });
  return { reports, orders: placed, tickets, first, planted: planted.c };
}
