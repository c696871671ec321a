import { describe, expect, it } from 'vitest';

import type { OrderDetail } from './index.tsx';
import { scansOf } from './scans.ts';

type Parcel = OrderDetail['shipments'][number];

const scan = (code: string, occurredAt: string) => ({
  id: `${code} ${occurredAt}`,
  kind: { code, label: { en: code, zh: code } },
  occurredAt,
  stationCode: 'S1',
  detail: null,
});
const parcel = (events: Parcel['events']): Parcel =>
  ({ handedOverAt: '2026-01-01T08:00:00Z', deliveredAt: '2026-01-05T08:00:00Z', events }) as Parcel;

describe('the scans of a parcel', () => {
  it('stand in time, with the silences between them and the bad news', () => {
    const told = scansOf(
      parcel([
        scan('delayed', '2026-01-04T08:00:00Z'),
        scan('picked_up', '2026-01-01T08:00:00Z'),
        scan('arrived', '2026-01-02T07:59:59Z'),
      ]),
    );
    expect(told.map(({ label, waited, silent, bad }) => [label?.en, waited, silent, bad])).toEqual([
      ['picked_up', null, false, false],
      ['arrived', 86_399, false, false],
      ['delayed', 172_801, true, true],
    ]);
  });

  it('are the shop’s own two moments where the carrier tells nothing, and no silence', () => {
    expect(scansOf(parcel([])).map(({ key, silent }) => [key, silent])).toEqual([
      ['handedOver', false],
      ['delivered', false],
    ]);
    expect(scansOf({ ...parcel([]), deliveredAt: null })).toHaveLength(1);
  });
});
