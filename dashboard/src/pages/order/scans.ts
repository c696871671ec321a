import type { LocalizedText } from '../../metric/types.ts';
import type { OrderDetail } from './index.tsx';

type Parcel = OrderDetail['shipments'][number];

export interface Scan {
  key: string;
  at: string;
  /** Null where only the shop's own record knows of it. */
  label: LocalizedText | null;
  station: string | null;
  detail: string | null;
  bad: boolean;
  /** Seconds since the scan before. */
  waited: number | null;
  /** Nothing was heard for two days before it. */
  silent: boolean;
}

const SILENT_SECONDS = 48 * 3600;
const trouble = new Set(['delayed', 'damaged', 'lost', 'attempt_failed', 'returned']);

/** The scans in time; without any, the two moments the shop itself knows. */
export function scansOf(parcel: Parcel): Scan[] {
  const known = parcel.events.map((event) => ({
    key: event.id,
    at: event.occurredAt,
    label: event.kind.label,
    station: event.stationCode ?? null,
    detail: event.detail ?? null,
    bad: trouble.has(event.kind.code),
  }));
  const own = (key: string, at: string | null | undefined) =>
    at ? [{ key, at, label: null, station: null, detail: null, bad: false }] : [];
  const scans =
    known.length > 0 ? known : [...own('handedOver', parcel.handedOverAt), ...own('delivered', parcel.deliveredAt)];
  return scans
    .toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))
    .map((scan, at, all) => {
      const before = all[at - 1];
      const waited = before ? (Date.parse(scan.at) - Date.parse(before.at)) / 1000 : null;
      return { ...scan, waited, silent: known.length > 0 && waited !== null && waited >= SILENT_SECONDS };
    });
}
