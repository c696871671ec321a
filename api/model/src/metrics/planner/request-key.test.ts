import { describe, expect, it } from 'vitest';
import type { MetricRequest } from '../answer/types.ts';
import { requestKey } from './request-key.ts';

const asked: MetricRequest = { metrics: ['ORDERS', 'GMV'], period: { from: '2024-01-01', to: '2024-12-31' } };
const key = (more: Partial<MetricRequest>): string => requestKey({ ...asked, ...more });

describe('the same question', () => {
  it.each<[string, Partial<MetricRequest>, Partial<MetricRequest>]>([
    ['with its defaults said', {}, { grain: 'TOTAL', by: [], where: [], compare: null, version: null }],
    ['with a metric named twice', {}, { metrics: ['ORDERS', 'GMV', 'ORDERS'] }],
    [
      'with filters and codes in another order',
      {
        where: [
          { dimension: 'REGION', in: ['b', 'a'] },
          { dimension: 'LATE', in: ['late'] },
        ],
      },
      {
        where: [
          { dimension: 'LATE', in: ['late'], notIn: null },
          { dimension: 'REGION', in: ['a', 'b', 'a'] },
        ],
      },
    ],
  ])('%s has the same key', (_, one, other) => expect(key(one)).toBe(key(other)));
});

describe('another question', () => {
  it.each<[string, Partial<MetricRequest>]>([
    ['other days', { period: { from: '2024-01-01', to: '2024-12-30' } }],
    ['another order of metrics', { metrics: ['GMV', 'ORDERS'] }],
    ['another order of dimensions', { by: ['REGION', 'LATE'] }],
    ['a code excluded', { where: [{ dimension: 'REGION', notIn: ['a'] }] }],
    ['another limit', { limit: 7 }],
    ['a comparison', { compare: ['PREVIOUS_PERIOD'] }],
    ['an argument to come', { future: 1 } as Partial<MetricRequest>],
  ])('(%s) has another key', (_, more) => {
    const others = [key({}), key({ by: ['LATE', 'REGION'] }), key({ where: [{ dimension: 'REGION', in: ['a'] }] })];
    expect(others).not.toContain(key(more));
  });
});
