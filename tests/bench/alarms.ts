// npm run bench -- alarms [shops, default 100] [orders of each, default 50000] [months, default 6] [first seed]: generated shops, each with the planted wave of
// damage. Told within 48 hours of the first sign, its carrier and region the first cause, a word of it among the ten that stand out: in 95 of
// 100 shops; and at most one false alarm a month for 100 watched series. A line of JSON a shop; exit code 1 when one of these does not hold.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateShop } from '@rapport/etl/demo';
import { findSpike, type SpikeFound } from '../demo/planted/spike.ts';

const [shops = 100, orders = 50_000, months = 6, first = 1] = process.argv.slice(2).map(Number);
const say = (line: object): void => void process.stdout.write(`${JSON.stringify(line)}\n`);

async function tried(seed: number): Promise<SpikeFound> {
  const out = mkdtempSync(join(tmpdir(), 'rapport-bench-alarms-'));
  try {
    await generateShop({ orders, months, seed, out });
    return await findSpike(out);
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

const found: SpikeFound[] = [];
for (let seed = first; seed < first + shops; seed += 1) {
  const one = await tried(seed);
  found.push(one);
  say({ seed, ...one });
}
const share = (holds: (one: SpikeFound) => boolean): number => found.filter(holds).length / found.length;
const sum = (of: (one: SpikeFound) => number): number => found.reduce((total, one) => total + of(one), 0);
const result = {
  shops,
  toldWithin48Hours: share((one) => one.toldWithin48Hours),
  toldByTheNextMidnight: share(({ daysToTell }) => daysToTell !== null && daysToTell <= 1),
  carrierAndRegionFirst: share(({ firstCause }) => firstCause === 'shanhai × CN-GD'),
  wordInTopTen: share(({ wordsInTopTen }) => wordsInTopTen.length > 0),
  falseAlarmsAMonthFor100Series: (100 * sum((one) => one.falseAlarms)) / sum((one) => one.series * one.months),
};
say(result);
const { toldWithin48Hours, carrierAndRegionFirst, wordInTopTen, falseAlarmsAMonthFor100Series } = result;
const held = Math.min(toldWithin48Hours, carrierAndRegionFirst, wordInTopTen) >= 0.95;
process.exitCode = held && falseAlarmsAMonthFor100Series <= 1 ? 0 : 1;
