import { describe, expect, it } from 'vitest';
import { formatter } from '../../format/index.ts';
import type { VersionPoint } from './query.ts';
import { differenceText, turnOf, turnText } from './told.ts';

const [en, zh] = [formatter('en'), formatter('zh')];
const versions = { before: { version: 1 }, after: { version: 2 } };
const measure = { unit: 'PERCENT', decimals: 1 } as const;
const point = (change: Partial<VersionPoint> = {}): VersionPoint => ({
  bucket: '2026-06-01',
  bucketEnd: '2026-06-30',
  sameRows: 1200,
  onlyBefore: 0,
  onlyAfter: 0,
  inForce: 1,
  suppressed: false,
  before: { value: 0.0614, denominator: 1200 },
  after: { value: 0.0582, denominator: 1200 },
  difference: { difference: -0.0032, definition: -0.0032, rows: 0 },
  change: null,
  ...change,
});
const told = (change: Partial<VersionPoint>, format = en) => differenceText(point(change), versions, measure, format);

describe('two definitions over the same days', () => {
  it('look at the same rows and count others of them', () => {
    expect(told({})).toBe(
      '5.82% under v2, 6.14% under v1: −0.32 points. Both look at the same 1,200 rows; they differ only in which of them count.',
    );
    expect(told({}, zh)).toContain('两者看的是同样的 1,200 条记录');
  });

  it('count alike and look at other rows', () => {
    const rows = { onlyBefore: 90, difference: { difference: -0.0032, definition: 0, rows: -0.0032 } };
    expect(told(rows)).toContain(
      'The 1,200 rows that both look at count alike; all of it comes of the 90 that only v1 looks at.',
    );
    expect(told(rows, zh)).toContain('差异全部来自仅 v1 计入的 90 条。');
  });

  it('do both, and the parts are told apart', () => {
    const both = {
      onlyBefore: 90,
      onlyAfter: 5,
      difference: { difference: -0.0032, definition: -0.003, rows: -0.0002 },
    };
    expect(told(both)).toContain(
      'Of this −0.30 points because the same 1,200 rows count differently, and −0.02 points because of the 90 that only v1 looks at and 5 that only v2 looks at.',
    );
    expect(told(both, zh)).toContain('−0.30 个百分点 是同样的 1,200 条记录计法不同');
  });

  it('may come to the same, share no row, or be withheld', () => {
    const same = { difference: { difference: 0, definition: 0, rows: 0 } };
    expect(told(same)).toContain('The definition makes no difference here.');
    expect(told(same, zh)).toContain('口径在这里没有造成差异。');
    expect(told({ difference: null })).toContain('cannot be split');
    expect(told({ difference: null }, zh)).toContain('无法拆分');
    expect(told({ suppressed: true })).toContain('too few customers');
    expect(told({ suppressed: true }, zh)).toBe('顾客过少，不显示。');
  });
});

describe('the bucket in which the new definition came into force', () => {
  const since = '2026-07-01';
  const july = point({
    bucket: '2026-07-01',
    inForce: 2,
    change: { total: 0.0164, customers: 0.0194, definition: -0.003 },
  });

  it('is told apart from what customers did', () => {
    expect(turnOf([point(), july])).toEqual([point(), july]);
    const text = turnText([point(), july], { since, versions, measure }, en);
    expect(text).toContain('moved by +1.64 points, of which +1.94 points is what customers did and −0.30 points only');
    expect(turnText([point(), july], { since, versions, measure }, zh)).toContain('−0.30 个百分点 只因口径改变');
  });

  it('may lie outside, or lack a value', () => {
    expect(turnText([july], { since, versions, measure }, en)).toBe('');
    expect(turnOf([])).toBeNull();
    const unknown = { ...july, change: null };
    expect(turnText([point(), unknown], { since, versions, measure }, en)).toContain('cannot be split');
    expect(turnText([point(), unknown], { since, versions, measure }, zh)).toContain('无法拆分');
  });
});
