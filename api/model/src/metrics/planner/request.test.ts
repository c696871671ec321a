import { describe, expect, it } from 'vitest';
import type { MetricRequest } from '../answer/types.ts';
import { MetricRequestError } from '../errors.ts';
import { readRequest } from './request.ts';

const good: MetricRequest = { metrics: ['ORDERS'], period: { from: '2018-01-01', to: '2018-12-31' } };
const refusal = (wrong: object): MetricRequestError => {
  try {
    readRequest({ ...good, ...wrong });
  } catch (error) {
    if (error instanceof MetricRequestError) return error;
    throw error;
  }
  throw new Error('The request was not refused.');
};

describe('a request is refused, with the argument to mend and a text in both languages,', () => {
  it.each<[string, object, string, string]>([
    ['without a metric', { metrics: [] }, 'NO_METRIC', 'metrics'],
    ['for an unknown metric', { metrics: ['PROFIT'] }, 'UNKNOWN_METRIC', 'metrics'],
    ['for a version that never was', { version: 7 }, 'UNKNOWN_VERSION', 'version'],
    ['for a year nobody looks at', { period: { from: '0050-01-01', to: '2018-03-01' } }, 'BAD_DAY', 'period.from'],
    ['for a code no text can be', { where: [{ dimension: 'REGION', in: ['a\0'] }] }, 'BAD_CODE', 'where[0]'],
    ['for a day that does not exist', { period: { from: '2018-02-30', to: '2018-03-01' } }, 'BAD_DAY', 'period.from'],
    [
      'when the period ends before it starts',
      { period: { from: '2018-03-02', to: '2018-03-01' } },
      'FROM_AFTER_TO',
      'period',
    ],
    ['for an unknown grain', { grain: 'HOUR' }, 'UNKNOWN_GRAIN', 'grain'],
    [
      'for more than 1,000 points a series',
      { grain: 'DAY', period: { from: '2016-01-01', to: '2018-12-31' } },
      'TOO_MANY_POINTS',
      'grain',
    ],
    ['for three dimensions', { by: ['REGION', 'LATE', 'CATEGORY'] }, 'TOO_MANY_DIMENSIONS', 'by'],
    ['for an unknown dimension', { by: ['COLOUR'] }, 'UNKNOWN_DIMENSION', 'by'],
    [
      'for an unknown dimension of a filter',
      { where: [{ dimension: 'constructor', in: ['x'] }] },
      'UNKNOWN_DIMENSION',
      'where[0].dimension',
    ],
    ['for a dimension its rows do not carry', { by: ['AGENT'] }, 'FOREIGN_DIMENSION', 'by'],
    [
      'for a filter on a dimension its rows do not carry',
      { where: [{ dimension: 'SURVEY_SUBJECT', in: ['shop'] }] },
      'FOREIGN_DIMENSION',
      'where',
    ],
    [
      'for a dimension that only one side of a quotient carries',
      { metrics: ['COMPLAINT_RATE'], by: ['CHANNEL'] },
      'FOREIGN_DIMENSION',
      'by',
    ],
    ['for a filter that names no values', { where: [{ dimension: 'REGION' }] }, 'EMPTY_FILTER', 'where[0]'],
    ['for no series', { limit: 0 }, 'BAD_LIMIT', 'limit'],
    ['for half a series', { limit: 1.5 }, 'BAD_LIMIT', 'limit'],
    [
      'for money cut by category and merchant at once',
      { metrics: ['GMV'], by: ['CATEGORY', 'MERCHANT'] },
      'CANNOT_SPLIT_MONEY',
      'by',
    ],
    [
      'for money cut by category of one merchant',
      { metrics: ['GMV'], by: ['CATEGORY'], where: [{ dimension: 'MERCHANT', in: ['m1'] }] },
      'CANNOT_SPLIT_MONEY',
      'by',
    ],
  ])('%s', (_, wrong, code, field) => {
    const error = refusal(wrong);
    expect([error.code, error.field]).toEqual([code, field]);
    expect(error.text.en).toMatch(/\.$/);
    expect(error.text.zh).toMatch(/\p{Script=Han}.*。$/u);
  });
});

it('a foreign dimension is refused by the dimensions the metric carries', () => {
  expect(refusal({ by: ['AGENT'] }).text.en).toMatch(
    /^ORDERS cannot be cut or filtered by AGENT: its rows carry SHOP, REGION, /,
  );
});

it('a request without options is the total, unsliced, at most 50 series', () => {
  expect(readRequest(good)).toMatchObject({ grain: 'TOTAL', by: [], filters: [], limit: 50, windows: [good.period] });
});

it('what is asked twice is answered once', () => {
  const question = readRequest({
    ...good,
    metrics: ['ORDERS', 'GMV', 'ORDERS'],
    by: ['REGION', 'REGION'],
    compare: ['PREVIOUS_PERIOD', 'PREVIOUS_PERIOD'],
  });
  expect(question.metrics.map((metric) => metric.id)).toEqual(['ORDERS', 'GMV']);
  expect(question.by).toEqual(['REGION']);
  expect(question.windows).toHaveLength(2);
});

it('an empty list of values is a filter that nothing passes', () => {
  expect(readRequest({ ...good, where: [{ dimension: 'REGION', in: [] }] }).filters).toEqual([
    { dimension: 'REGION', codes: [], excludes: false },
  ]);
});
