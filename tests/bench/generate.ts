import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateShop } from '@rapport/etl/demo';

const ORDERS = Number(process.argv[2] ?? 1_000_000);
const ROWS_PER_ORDER = 15;
const ROWS_PER_SECOND = 100_000;
const MOST_MEMORY = 400e6;

const say = (line: string) => process.stdout.write(`${line}\n`);

function bytesIn(directory: string): number {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}

/** The demo shop in its largest stated size: rows a second, and memory that does not grow with it. */
async function bench(): Promise<boolean> {
  const out = mkdtempSync(join(tmpdir(), 'rapport-bench-generate-'));
  const atTenth: number[] = [];
  let peak = 0;
  const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 50);
  const began = performance.now();
  try {
    const { truth } = await generateShop({
      orders: ORDERS,
      out,
      onProgress: (done, of) => {
        if (done >= ((atTenth.length + 1) * of) / 10) atTenth.push(process.memoryUsage.rss());
      },
    });
    const seconds = (performance.now() - began) / 1000;
    const { rows } = truth.of;
    say(
      `${ORDERS} orders, ${rows} rows in ${Object.keys(truth.files).length} files, ${(bytesIn(out) / 1e6).toFixed(0)} MB`,
    );
    say(`${seconds.toFixed(1)} s: ${Math.round(rows / seconds)} rows/s (at least ${ROWS_PER_SECOND})`);
    say(`memory of Node at each tenth, MB: ${atTenth.map((bytes) => (bytes / 1e6).toFixed(0)).join(' ')}`);
    say(`peak ${(peak / 1e6).toFixed(0)} MB (at most ${MOST_MEMORY / 1e6})`);
    return rows >= ORDERS * ROWS_PER_ORDER && rows / seconds >= ROWS_PER_SECOND && peak <= MOST_MEMORY;
  } finally {
    clearInterval(watch);
    rmSync(out, { recursive: true, force: true });
  }
}

process.exitCode = (await bench()) ? 0 : 1;
