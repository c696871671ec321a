import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';

import type { MetricsQueryVariables } from '../../gql/graphql.ts';
import { questionText } from './question.ts';

const schema = buildSchema(readFileSync(join(import.meta.dirname, '../../../../api/schema.graphql'), 'utf8'));
const errorsOf = (text: string) => validate(schema, parse(text)).map(({ message }) => message);

const asked = {
  metrics: ['PROMISE_KEPT_RATE', 'ORDERS'],
  period: { from: '2026-08-01', to: '2026-10-31' },
  grain: 'MONTH',
  by: ['CARRIER'],
  where: [
    { dimension: 'SHOP', in: ['demo'] },
    { dimension: 'CATEGORY', in: ['the "best"', ''] },
  ],
  compare: ['PREVIOUS_PERIOD', 'SAME_DAYS_OF_EVENT'],
  events: ['DOUBLE_11'],
  limit: 20,
} satisfies MetricsQueryVariables;

describe('the question in GraphQL', () => {
  it('is one that the API takes, whatever was chosen', () => {
    const text = questionText(asked);
    expect(errorsOf(text)).toEqual([]);
    expect(text).toContain('in: ["the \\"best\\"", ""]');
    expect(text).toContain('events: ["DOUBLE_11"]');
  });

  it('leaves out what is usual', () => {
    const plain = {
      metrics: ['ORDERS' as const],
      period: asked.period,
      grain: 'TOTAL' as const,
      by: [],
      where: [],
      limit: 50,
    };
    const text = questionText(plain);
    expect(errorsOf(text)).toEqual([]);
    expect(text).not.toMatch(/grain|by:|where|compare|limit/);
  });
});
