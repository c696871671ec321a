import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { emptyHouse } from '../faults/loads.ts';
import { realData } from '../testkit/index.ts';
import { Workshop } from './sources.ts';

const folder = realData('zh/jd_comments_appliances');
const RECORDS = 13_576;
const DUPLICATES = 2_699;

const workshop = new Workshop();
beforeAll(() => vi.stubEnv('RAPPORT_SOURCES', workshop.folder));
afterAll(() => vi.unstubAllEnvs());

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

const columns = {
  product: { type: 'text', header: '商品ID' },
  customer: { type: 'text', header: '用户ID' },
  tier: { type: 'text', header: '会员等级' },
  likes: { type: 'integer', header: '总打分数' },
  replies: { type: 'integer', header: '总回复数' },
  bought: { type: 'timestamp', header: '购买时间' },
  written: { type: 'timestamp', header: '评论时间' },
  gap: { type: 'integer', header: '评论天数间隔' },
  score: { type: 'smallint', header: '打分' },
  title: { type: 'text', header: '商品名称' },
  message: { type: 'text', header: '评论内容' },
};

it.skipIf(!folder)(
  `the GB18030 review export is read to the character, duplicates known as such${folder ? '' : ' (skipped: no real data)'}`,
  async () => {
    const name = readdirSync(folder ?? '').find((file) => file.endsWith('.csv')) ?? '';
    const bytes = readFileSync(join(folder ?? '', name));
    const [, ...expected] = parse(new TextDecoder('gb18030', { fatal: true }).decode(bytes));
    workshop.source('jd', {
      encoding: 'gb18030',
      files: { reviews: { file: name, columns } },
      feeds: {
        regions: {
          from: 'reviews',
          // The whole row is the key: of rows that are equal to the character, one is kept.
          sql: `select file_id, record_no, md5(concat_ws(chr(31), ${Object.keys(columns)
            .map((column) => `coalesce(${column}::text, chr(30))`)
            .join(', ')})) as external_id,
                message as label_en, title as label_zh from {reviews}`,
        },
      },
    });
    const house = await emptyHouse();
    workshop.deliver({ [name]: bytes });
    const report = await workshop.load(house.url, 'jd');
    expect(report.feeds).toMatchObject([
      { read: RECORDS, inserted: RECORDS - DUPLICATES, duplicate: DUPLICATES, quarantined: 0 },
    ]);
    const { rows } = await house.pool.query<{ label_en: string; label_zh: string }>(
      'select label_en, label_zh from core.regions',
    );
    const distinct = new Set(expected.map((row) => row.join('\u001f')));
    expect([expected.length, distinct.size]).toEqual([RECORDS, RECORDS - DUPLICATES]);
    const texts = (pairs: (string | undefined)[][]) => pairs.map((pair) => pair.join('\u001f')).sort();
    expect(texts(rows.map((row) => [row.label_zh, row.label_en]))).toEqual(
      texts([...distinct].map((row) => row.split('\u001f').slice(9, 11))),
    );
    await house.drop();
  },
);
