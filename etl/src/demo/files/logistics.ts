import { offsetText } from '../world/calendar.ts';
import { carriers } from '../world/carriers.ts';
import type { Order, Scan, Shipment } from '../lives/order.ts';
import { notUtf8, type SystemFile } from './system-file.ts';
import type { Writer } from './writer.ts';

// The warehouse and the carriers: one JSON object a line, times with the shop's offset.
export const ACTION_WORDS = {
  picked_up: 'GOT',
  arrived: 'ARRIVAL',
  departed: 'DEPARTURE',
  out_for_delivery: 'SENT_SCAN',
  attempt_failed: 'FAILED',
  delivered: 'SIGNED',
  damaged: 'BROKEN',
  lost: 'LOST',
  delayed: 'DELAY',
  returned: 'RETURN',
} as const;
const PRODUCT_WORDS = { same_day: 'T0', next_day: 'T1', standard: 'STD', slot: 'BOOKED' } as const;
const OPTION_WORDS = { door: 'DOOR', locker: 'BOX', station: 'POST', installation: 'INSTALL' } as const;
const PROTECT_WORDS = { none: 'NONE', padded: 'BUBBLE', fragile: 'FRAGILE' } as const;
const PACK_WORDS = { carton: 'PAPER', plastic: 'PLASTIC', recycled: 'ECO', reused: 'LOOP' } as const;
const RESULT_WORDS = { lost: 'LOST', returned: 'BACK', refused: 'REJECT' } as const;

const text = (value: string | null) => (value === null ? 'null' : `"${value}"`);
const HELD_BACK = 0.02; // scans that are exported long after their neighbours
const MOST_HELD = 400;
const NO_PARCEL = 'HF9999999999';

export class Logistics {
  private readonly shipments: SystemFile;
  private readonly scans: SystemFile;
  private held: string[] = [];
  private turn = 0;

  constructor(private readonly to: Writer) {
    const gzip = true;
    const carrierFile = to.open({ name: 'demo_logistics/carriers.ndjson.gz', gzip });
    for (const { code, zh, en } of carriers)
      carrierFile.write(JSON.stringify({ cp_code: code, cp_name: zh, cp_name_en: en }));
    const stations = to.open({ name: 'demo_logistics/sites.ndjson.gz', gzip });
    for (const { code, zh, en, carrier, place, city, hub } of to.shop.network.stations)
      stations.write(
        JSON.stringify({
          site: code,
          site_name: zh,
          site_name_en: en,
          cp_code: carrier.code,
          province: place.code,
          city,
          type: hub ? 'HUB' : 'DOT',
        }),
      );
    this.shipments = to.open({
      name: 'demo_logistics/waybills.ndjson.gz',
      gzip,
      duplicates: true,
      flaws: [
        {
          reason: 'invalid_date',
          row: (n) =>
            `{"mail_no":"XX${n}","trade_no":"20991231-000001","cp_code":"hefeng","handover_time":"2026-02-30T09:00:00+08:00"}`,
        },
        { reason: 'invalid_json', row: (n) => `{"mail_no":"XY${n}","trade_no":"20991231-000001","cp_code":` },
        {
          reason: 'unknown_code',
          row: (n) => `{"mail_no":"XZ${n}","trade_no":"20991231-000001","cp_code":"hefeng","result":"EATEN"}`,
        },
      ],
      orphan: (n) => `{"mail_no":"XO${n}","trade_no":"20991230-${n}","cp_code":"hefeng"}`,
    });
    this.scans = to.open({
      name: 'demo_logistics/scans.ndjson.gz',
      gzip,
      duplicates: true,
      flaws: [
        { reason: 'invalid_date', row: (n) => `{"mail_no":"${NO_PARCEL}","n":${n},"action":"GOT","occur":"2026-13-01T09:00:00+08:00"}` },
        { reason: 'invalid_json', row: (n) => `{"mail_no":"${NO_PARCEL}","n":${n},"action":"GOT","occur":"2026-01-0` },
        { reason: 'unknown_code', row: (n) => `{"mail_no":"${NO_PARCEL}","n":${n},"action":"TELEPORT","occur":"2026-01-01T09:00:00+08:00"}` },
        { reason: 'bad_encoding', row: (n) => notUtf8(`{"mail_no":"${NO_PARCEL}","n":${n},"action":"`, '"}') },
      ],
      orphan: (n) => `{"mail_no":"${NO_PARCEL}","n":${n},"action":"GOT","occur":"2026-01-01T09:00:00+08:00","upload":"2026-01-01T09:01:00+08:00","site":"HF0001"}`,
    }); // prettier-ignore
  }

  parcel(order: Order): void {
    const s = order.shipment;
    if (!s) return;
    const { to } = this;
    const { promise } = s;
    const [from, until] = promise.slot ?? [null, null];
    const slot =
      from === null || until === null ? '' : `,"slot_from":"${offsetText(from)}","slot_to":"${offsetText(until)}"`;
    this.shipments.write(
      `{"mail_no":"${s.waybill}","trade_no":"${order.id}","cp_code":"${s.carrier.code}","dot":"${s.station.code}","product":"${PRODUCT_WORDS[promise.service]}","rule":"${promise.rule}","promise":"${offsetText(promise.at)}"${slot},"handover_time":${text(to.offset(s.handedOverAt))},"sign_time":${text(to.offset(s.deliveredAt))},"to":"${OPTION_WORDS[s.option]}","protect":"${PROTECT_WORDS[s.protection]}","open_check":${s.inspected ? 1 : 0},"material":"${PACK_WORDS[s.packaging]}","fee_fen":${s.feeFen},"result":${text(s.outcome && RESULT_WORDS[s.outcome])}}`,
    );
    to.counts.row('shipments', { service_level: promise.service, promise_rule: promise.rule, carrier: s.carrier.code, outcome: s.outcome, delivery_option: s.option }, { cost_minor: s.feeFen }); // prettier-ignore
    this.trail(s);
  }

  // As they were recorded, not as they happened; and some of them much later in the file.
  private trail(s: Shipment): void {
    const seen: (Scan & { n: number })[] = [];
    s.scans.forEach((scan, i) => {
      if (this.to.shop.isSeen(scan.recordedAt)) seen.push({ ...scan, n: i + 1 });
    });
    for (const scan of seen.sort((a, b) => a.recordedAt - b.recordedAt)) {
      const line = `{"mail_no":"${s.waybill}","n":${scan.n},"action":"${ACTION_WORDS[scan.kind]}","occur":"${offsetText(scan.at)}","upload":"${offsetText(scan.recordedAt)}","site":"${scan.station.code}"}`;
      this.to.counts.row('tracking_events', { kind: scan.kind });
      this.turn = (this.turn + HELD_BACK) % 1;
      if (this.turn < HELD_BACK) this.held.push(line);
      else this.scans.write(line);
    }
    if (this.held.length >= MOST_HELD) this.release();
  }

  release(): void {
    for (const line of this.held) this.scans.write(line);
    this.held = [];
  }
}
