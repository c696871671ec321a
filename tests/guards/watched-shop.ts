import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readAlertConfig, tellAlerts } from '@rapport/etl';
import { afterEach, beforeEach, vi } from 'vitest';
import { PayingShop } from './paying-shop.ts';

/** A shop of its own for every test of a file, with a promise of a day, and what a test does with its alerts. */
export function watchedShop() {
  let shop: PayingShop;
  const closing: (() => Promise<unknown>)[] = [];
  beforeEach(async () => {
    shop = await PayingShop.open('freshness: 1 day');
    vi.stubEnv('RAPPORT_SOURCES', shop.sources);
  });
  afterEach(async () => {
    vi.unstubAllEnvs();
    for (const close of closing.splice(0)) await close();
    await shop.close();
  });
  return {
    get shop() {
      return shop;
    },
    /** Ended with the test. */
    until<T extends { close(): Promise<unknown> }>(server: T): T {
      closing.push(() => server.close());
      return server;
    },
    configure(yaml: string): void {
      writeFileSync(join(shop.home, 'alerts.yaml'), yaml);
    },
    look: () => tellAlerts(shop.house.pool, readAlertConfig(shop.home)),
    age: (hours: number) =>
      shop.rows(`update ops.feed_state set last_published_at = now() - $1 * interval '1 hour', confirmed_at = null`, [
        hours,
      ]),
    async open(): Promise<string[]> {
      const alerts = await shop.rows<{ line: string }>(
        `select kind || ' ' || source || ' ' || subject as line from ops.alerts where recovered_at is null order by id`,
      );
      return alerts.map(({ line }) => line);
    },
  };
}
