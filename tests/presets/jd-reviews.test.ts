import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { realData } from '../testkit/index.ts';
import { PresetHouses, rowsOf } from './house.ts';

const folder = realData('zh/jd_comments_appliances');
const RECORDS = 13_576;
const DUPLICATES = 2_699;

const houses = new PresetHouses();

/** RFC 4180, character by character; nothing of the product. */
function parse(text: string): string[][] {
  const rows: string[][] = [[]];
  let value = '';
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? '';
    if (quoted) {
      if (character !== '"') value += character;
      else if (text[at + 1] === '"') value += text[++at] ?? '';
      else quoted = false;
    } else if (character === '"' && value === '') quoted = true;
    else if (character === ',' || character === '\n') {
      rows.at(-1)?.push(value.endsWith('\r') ? value.slice(0, -1) : value);
      value = '';
      if (character === '\n') rows.push([]);
    } else value += character;
  }
  if (value !== '' || rows.at(-1)?.length) rows.at(-1)?.push(value);
  return rows.filter((row) => row.length > 0);
}

it.skipIf(!folder)(
  `the GB18030 review export is read to the character, duplicates known as such${folder ? '' : ' (skipped: no real data)'}`,
  async () => {
    const name = readdirSync(folder ?? '').find((file) => file.endsWith('.csv')) ?? '';
    const bytes = readFileSync(join(folder ?? '', name));
    const [, ...expected] = parse(new TextDecoder('gb18030', { fatal: true }).decode(bytes));
    await houses.copy('jd_reviews', 'jd');
    const house = await houses.open();
    const report = await houses.load(house, 'jd', folder ?? '');
    const reviews = report.feeds.find(({ feed }) => feed === 'reviews');
    expect(reviews).toMatchObject({
      read: RECORDS,
      inserted: RECORDS - DUPLICATES,
      duplicate: DUPLICATES,
      quarantined: 0,
    });
    const rows = await rowsOf(house, 'select message, score from core.reviews');
    const distinct = new Set(expected.map((row) => row.join('\u001f')));
    expect([expected.length, distinct.size]).toEqual([RECORDS, RECORDS - DUPLICATES]);
    const texts = (pairs: unknown[][]) => pairs.map((pair) => pair.join('\u001f')).sort();
    const cells = [...distinct].map((row) => row.split('\u001f'));
    expect(texts(rows.map(({ score, message }) => [score, message ?? '']))).toEqual(
      texts(cells.map((row) => [row[8], row[10]])),
    );
    const titles = await rowsOf(house, 'select external_id, title from core.products');
    const first = new Map(cells.map((row): [string, unknown] => [row[0]?.trim() ?? '', row[9]]).toReversed());
    expect(texts(titles.map(({ external_id, title }) => [external_id, title]))).toEqual(texts([...first]));
    const orders = new Set(cells.map((row) => [row[1], row[0]?.trim(), row[5]].join('\u001f')));
    expect(
      await rowsOf(house, 'select count(*)::int as n, count(distinct customer_id)::int as who from core.orders'),
    ).toEqual([{ n: orders.size, who: new Set(cells.map((row) => row[1])).size }]);
  },
);
