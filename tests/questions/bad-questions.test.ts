import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seededApi, type SeededApi } from '../contracts/client.ts';

let api: SeededApi;
beforeAll(async () => {
  api = await seededApi();
});
afterAll(() => api.close());

interface Text {
  en: string;
  zh: string;
}

const year = 'period: {from: "2025-01-01", to: "2025-12-31"}';
/** [what is wrong, the question, what the answer must name in both languages] */
const bad: [string, string, RegExp[]][] = [
  ['an unknown metric', `metrics: [ODERS], ${year}`, [/ODERS/, /\bORDERS\b/, /metricCatalog/]],
  ['a metric by its title', `metrics: [NET_PROMOTER_SCORE], ${year}`, [/\bNPS\b/]],
  ['a metric in quotes', `metrics: ["REPURCHASE_90D"], ${year}`, [/REPURCHASE_RATE_90D/]],
  ['a metric like none', `metrics: [XYZZY], ${year}`, [/XYZZY/, /metricCatalog/]],
  ['an unknown dimension', `metrics: [ORDERS], by: [PROVINCE_REGION], ${year}`, [/\bREGION\b/]],
  ['an unknown grain', `metrics: [ORDERS], grain: HOUR, ${year}`, [/\bDAY\b/, /\bMONTH\b/]],
  [
    'from after to',
    'metrics: [ORDERS], period: {from: "2025-03-01", to: "2025-01-01"}',
    [/from: "2025-01-01", to: "2025-03-01"/],
  ],
  [
    'forty years by day',
    'metrics: [ORDERS], grain: DAY, period: {from: "1985-01-01", to: "2024-12-31"}',
    [/MONTH/, /480/],
  ],
  [
    'three dimensions',
    `metrics: [ORDERS], by: [REGION, CATEGORY, MERCHANT], ${year}`,
    [/REGION[,、] ?CATEGORY/, /where: \[\{dimension: MERCHANT/],
  ],
  ['a dimension of other rows', `metrics: [ORDERS], by: [TOPIC], ${year}`, [/REGION/, /By TOPIC|按 TOPIC/]],
  [
    'a filter of other rows',
    `metrics: [CSAT], where: [{dimension: PAYMENT_METHOD, in: ["alipay"]}], ${year}`,
    [/CHANNEL/, /PAYMENT_METHOD/],
  ],
  ['a version before the first', `metrics: [ORDERS], version: 0, ${year}`, [/2026-01-01/, /\b1\b/, /version/]],
  ['a version that never was', `metrics: [ORDERS], version: 7, ${year}`, [/\b7\b/, /\b1\b/]],
  ['no metric', `metrics: [], ${year}`, [/metric|指标/]],
  ['a filter without codes', `metrics: [ORDERS], where: [{dimension: REGION}], ${year}`, [/\bin\b/, /notIn/]],
  ['no such day', 'metrics: [ORDERS], period: {from: "2025-02-30", to: "2025-03-31"}', [/YYYY-MM-DD/]],
  ['a year nobody looks at', 'metrics: [ORDERS], period: {from: "0050-01-01", to: "0050-12-31"}', [/1900-01-01/]],
  ['a code no text can be', `metrics: [ORDERS], where: [{dimension: REGION, in: ["a\\u0000"]}], ${year}`, [/NUL/]],
  ['more series than there may be', `metrics: [ORDERS], limit: 0, ${year}`, [/1000/]],
  ['money of two kinds of lines', `metrics: [GMV], by: [CATEGORY, MERCHANT], ${year}`, [/CATEGORY/, /MERCHANT/]],
];

describe('a bad question is told what to ask instead, in both languages', () => {
  it.each(bad)('%s', async (_, args, named) => {
    const { errors, data } = await api.ask('analyst', `{ metrics(${args}) { asOf } }`);
    expect(data).toBeNull();
    const text = errors[0]?.extensions['text'] as Text | undefined;
    expect(text, JSON.stringify(errors)).toEqual({
      en: expect.stringMatching(/\.$/),
      zh: expect.stringMatching(/。$/),
    });
    for (const name of named) {
      expect(text?.en).toMatch(name);
      expect(text?.zh).toMatch(name);
    }
    expect(text?.zh).toMatch(/\p{Script=Han}/u);
    expect(text?.en).not.toMatch(/\p{Script=Han}/u);
    expect(errors[0]?.message).toBe(text?.en);
  });

  it('names in variables are told alike', async () => {
    const { errors } = await api.ask(
      'analyst',
      'query ($metrics: [MetricId!]!) { metrics(metrics: $metrics, period: {from: "2025-01-01", to: "2025-12-31"}) { asOf } }',
      { metrics: ['ODERS'] },
    );
    const text = errors[0]?.extensions['text'] as Text | undefined;
    expect(text?.en).toMatch(/\bORDERS\b/);
    expect(text?.zh).toMatch(/\bORDERS\b/);
    expect(errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });

  it('the rows behind an unknown metric are refused in the same words', async () => {
    const { errors } = await api.ask(
      'analyst',
      `{ orders(where: {behind: {metric: ODERS, part: NUMERATOR, ${year}}}) { totalCount } }`,
    );
    expect((errors[0]?.extensions['text'] as Text | undefined)?.zh).toMatch(/ODERS.*ORDERS/);
  });

  it('executives learn no names from errors', async () => {
    const { errors } = await api.ask('executive', `{ metrics(metrics: [ODERS], ${year}) { asOf } }`);
    expect(JSON.stringify(errors)).not.toMatch(/ORDERS/);
  });
});
