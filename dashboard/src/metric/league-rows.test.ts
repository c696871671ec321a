import { describe, expect, it } from 'vitest';
import { figureData } from './figure-data.ts';
import { apartFrom, leagueRows, ranked } from './league-rows.ts';
import type { MetricPoint, MetricSeries } from './types.ts';

const point = (value: number | null, sample: number, half = 0.01): MetricPoint => ({
  bucket: '2018-01-01',
  bucketEnd: '2018-03-31',
  value,
  sample,
  interval: value === null ? null : { low: value - half, high: value + half, method: 'wilson' },
  status: 'NO_TARGET',
  suppressed: false,
  approximate: false,
  mature: true,
  partial: false,
  comparisons: [],
});
const slice = (value: string | null, only: MetricPoint): MetricSeries => ({
  metric: {
    id: 'M',
    title: { en: 'M', zh: 'M' },
    unit: 'PERCENT',
    decimals: 1,
    polarity: 'HIGHER_IS_BETTER',
    version: 1,
  },
  key: [{ dimension: 'REGION', value, label: { en: value ?? 'none', zh: value ?? '无' } }],
  points: [only],
});
const write = { count: String };

describe('league rows', () => {
  it('carry the sample, and say which figure they are', () => {
    const [row] = leagueRows([slice('RJ', point(0.9, 400))], 'en', write);
    expect(row).toMatchObject({ key: 'RJ', label: 'RJ', note: 'n 400', value: 0.9, tooFew: false });
    expect(row?.marking).toEqual({
      'data-metric': 'M',
      'data-value': '0.9',
      'data-bucket': '2018-01-01',
      'data-bucket-end': '2018-03-31',
      'data-key': 'REGION=RJ',
    });
  });

  it('leave out what has nothing to measure and do not rate what is below the minimum', () => {
    expect(leagueRows([slice('RJ', point(null, 0))], 'en', write)).toEqual([]);
    expect(leagueRows([slice(null, point(1, 4))], 'zh', write, 30)[0]).toMatchObject({
      key: '',
      label: '无',
      tooFew: true,
    });
  });

  it('rank the rated ones first; what carries no value leads nothing', () => {
    const rows = leagueRows(
      [
        slice(null, point(1, 900)),
        slice('RJ', point(0.9, 400)),
        slice('AC', point(1, 3)),
        slice('SP', point(0.95, 400)),
      ],
      'en',
      write,
      30,
    );
    expect(ranked(rows).map(({ key }) => key)).toEqual(['SP', 'RJ', 'AC', '']);
  });

  it('are apart from a reference only with their whole interval', () => {
    const rows = leagueRows(
      [slice('RJ', point(0.8, 400)), slice('SP', point(0.945, 400)), slice('MG', point(1, 3, 0))],
      'en',
      write,
      30,
    );
    expect(apartFrom(rows, 0.95).map((row) => row.key)).toEqual(['RJ']);
    expect(apartFrom(rows, null)).toEqual([]);
  });

  it('a figure without a value says null, and a total has no key', () => {
    expect(figureData({ id: 'M' }, point(null, 0))).toEqual({
      'data-metric': 'M',
      'data-value': 'null',
      'data-bucket': '2018-01-01',
      'data-bucket-end': '2018-03-31',
    });
  });
});
