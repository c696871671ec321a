import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readSource } from './read-source.ts';

const folder = mkdtempSync(join(tmpdir(), 'rapport-source-'));
writeFileSync(join(folder, 'orders.sql'), 'select * from landing.stall__orders');

function read(schedule: string): ReturnType<typeof readSource> {
  const yaml = `name: stall
shop:
  code: stall
  title: { en: Stall, zh: 小摊 }
  zone: Asia/Shanghai
  currency: CNY
${schedule}
files:
  orders: { file: orders.csv, columns: { id: text } }
feeds:
  orders: { from: orders }
`;
  writeFileSync(join(folder, 'source.yaml'), yaml);
  return readSource(folder);
}

it('a schedule says when and from where; the rest has defaults', () => {
  expect(read(`schedule: { cron: '15 3 * * *', from: 'stall/{date}' }`).schedule).toEqual({
    cron: '15 3 * * *',
    from: 'stall/{date}',
    catchUp: 'all',
    attempts: 10,
  });
  expect(read('').schedule).toBeNull();
});

it.each([
  [`'61 3 * * *'`, /line 8: schedule\.cron: five fields such as "15 3 \* \* \*".*minute: 61/],
  [`'15 3 * *'`, /line 8: schedule\.cron: five fields/],
  [`'0 15 3 * * *'`, /line 8: schedule\.cron: five fields/],
  [`'0 0 31 2 *'`, /line 8: schedule\.cron: "0 0 31 2 \*" never comes/],
  [`'daily'`, /line 8: schedule\.cron: five fields/],
])('the cron %s is refused with its line', (cron, says) => {
  expect(() => read(`schedule:\n  cron: ${cron}\n  from: stall`)).toThrow(says);
});

it('every other mistake is named with its line too', () => {
  const mistakes = (): unknown =>
    read(`schedule:\n  cron: '15 3 * * *'\n  from: 'stall/{day}'\n  catchUp: some\n  zone: UTC`);
  expect(mistakes).toThrow(/line 9: schedule\.from: only \{date\} .* and \{hour\}/);
  expect(mistakes).toThrow(/line 10: schedule\.catchUp: /);
  expect(mistakes).toThrow(/zone/);
  expect(() => read(`schedule: { cron: '15 3 * * *' }`)).toThrow(/line 7: schedule\.from/);
});
