import { describe, expect, it } from 'vitest';
import { guardDefinition, usualGuards } from '../source/guard-definition.ts';
import { judge, type Finding } from './judge.ts';
import type { ColumnProfile, DeliveryKind, FeedProfile } from './profile.ts';
import { wordsOf } from './words.ts';

interface Made {
  rows?: number;
  files?: number;
  delivery?: DeliveryKind;
  columns?: Record<string, ColumnProfile>;
}

function profile({ rows = 1000, files = 1, delivery = 'delta', columns = {} }: Made = {}): FeedProfile {
  return { feed: 'payments', delivery, files, rows, sampled: rows, columns };
}

function findings(now: Made, before: Made[], guards = usualGuards): string[] {
  return judged(now, before, guards).map(({ severity, name }) => `${severity} ${name}`);
}

function judged(now: Made, before: Made[], guards = usualGuards): Finding[] {
  const earlier = before.map(profile);
  return judge(profile(now), () => earlier, guards);
}

const money = (median: number, n = 1000): Made => ({
  columns: { amount: { numbers: { n, quartiles: [median / 2, median, median * 2] } } },
});
const nulls = (share: number): Made => ({ columns: { paid_at: { nulls: share } } });
const codes = (shares: Record<string, number>): Made => ({ columns: { method: { codes: shares } } });
const times = (n: number, made: Made): Made[] => Array.from({ length: n }, () => made);

describe('a first delivery', () => {
  it('is like nothing before it, so nothing is found', () => {
    expect(findings({ rows: 0, ...money(1e9), ...nulls(1) }, [])).toEqual([]);
  });
});

describe('money', () => {
  it('a hundred times as much stops the load, by one earlier delivery', () => {
    expect(findings(money(19_900), [money(199)])).toEqual(['stop payments.amount.median']);
    expect(findings(money(1.99), [money(199)])).toEqual(['stop payments.amount.median']);
  });

  it('says what was probably done', () => {
    const [found] = judged(money(19_900), times(3, money(199)));
    expect(wordsOf(found!).title).toEqual({
      en: 'payments.amount: the median is 19,900, where 199 is usual (by the 3 deliveries before): about 100 times as much, as if cents were taken for whole units',
      zh: 'payments.amount：中位数为 19,900，通常为 199（参照此前 3 次交付），约为 100 倍，疑似误将“分”当作“元”',
    });
  });

  it('four times as much is told, twice as much is trade', () => {
    expect(findings(money(800), [money(200)])).toEqual(['warn payments.amount.median']);
    expect(findings(money(400), [money(200)])).toEqual([]);
  });

  it('a third of the rows in another unit shows at the upper quartile', () => {
    const mixed: Made = { columns: { amount: { numbers: { n: 1000, quartiles: [120, 240, 19_000] } } } };
    const before: Made = { columns: { amount: { numbers: { n: 1000, quartiles: [100, 200, 350] } } } };
    expect(findings(mixed, [before])).toEqual(['stop payments.amount.median']);
  });

  it('few rows say nothing, neither before nor now', () => {
    expect(findings(money(19_900, 29), [money(199)])).toEqual([]);
    expect(findings(money(19_900), [money(199, 29)])).toEqual([]);
  });

  it('what always swings is no finding when it swings again', () => {
    const swinging = [100, 400, 150, 380, 90, 420].map((median) => money(median));
    expect(findings(money(700), swinging)).toEqual([]);
  });
});

describe('volume', () => {
  it('less than a fifth, and nothing at all, are told', () => {
    expect(findings({ rows: 190 }, times(3, { rows: 1000 }))).toEqual(['warn payments.volume']);
    expect(findings({ rows: 0 }, times(3, { rows: 1000 }))).toEqual(['warn payments.volume']);
    expect(findings({ rows: 300 }, times(3, { rows: 1000 }))).toEqual([]);
  });

  it('counts each file of a delta that caught up', () => {
    expect(findings({ rows: 7000, files: 7 }, times(3, { rows: 1000 }))).toEqual([]);
  });

  it('waits for three deltas: the first is often everything there is', () => {
    expect(findings({ rows: 100 }, [{ rows: 100_000 }])).toEqual([]);
    expect(findings({ rows: 100 }, [{ rows: 110 }, { rows: 95 }, { rows: 100_000 }])).toEqual([]);
  });

  it('a snapshot is compared with the one before, never with deltas; a batch has no usual size', () => {
    expect(findings({ rows: 100, delivery: 'snapshot' }, [{ rows: 1000, delivery: 'snapshot' }])).toHaveLength(1);
    expect(findings({ rows: 100, delivery: 'snapshot' }, times(3, { rows: 1000 }))).toEqual([]);
    expect(findings({ rows: 1, delivery: 'batch' }, times(9, { rows: 1000, delivery: 'batch' }))).toEqual([]);
  });
});

describe('absent values and codes', () => {
  it('a share of empty values that leaps is told, one that grows is not', () => {
    expect(findings(nulls(0.4), times(3, nulls(0.02)))).toEqual(['warn payments.paid_at.nulls']);
    expect(findings(nulls(0.1), times(3, nulls(0.02)))).toEqual([]);
    expect(findings(nulls(0), times(3, nulls(0.9)))).toEqual([]);
  });

  it('a code that is gone and one never seen are told, a rare one is not missed', () => {
    const usual = times(3, codes({ card: 0.9, voucher: 0.095, cash: 0.005 }));
    const [found] = judged(codes({ card: 0.9, pix: 0.1 }), usual);
    expect(found).toMatchObject({ severity: 'warn', codes: { gone: ['voucher'], fresh: ['pix'] } });
    expect(findings(codes({ card: 0.9, voucher: 0.1 }), usual)).toEqual([]);
  });
});

describe('source.yaml', () => {
  it('sets limits by feed and by column, and switches guards off', () => {
    const guards = guardDefinition.parse({
      volume: { stop: 4 },
      median: false,
      columns: { amount: { median: { stop: 10 } }, paid_at: false },
    });
    expect(findings(money(4000), [money(199)], guards)).toEqual(['stop payments.amount.median']);
    expect(findings({ rows: 200 }, times(3, {}), guards)).toEqual(['stop payments.volume']);
    expect(findings(nulls(1), [nulls(0)], guards)).toEqual([]);
    expect(findings(money(19_900), [money(199)], guardDefinition.parse(false))).toEqual([]);
  });
});
