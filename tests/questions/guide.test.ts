import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerMetrics, catalogue, guideOf } from '@rapport/model/metrics';
import { randomFacts } from '../golden/facts/random-facts.ts';
import { testDatabase, type TestDatabase } from '../testkit/index.ts';

let database: TestDatabase;
let asOf: string;
const period = { from: '2024-02-01', to: '2025-03-31' };

beforeAll(async () => {
  database = await testDatabase();
  await randomFacts(41, 250, 'guided').load(database.pool);
  const { rows } = await database.pool.query<{ day: string }>('select as_of::text as day from core.shops');
  asOf = rows[0]?.day ?? '';
});
afterAll(() => database.drop());

interface Told {
  value?: string | null;
  numerator?: string | null;
  denominator?: string | null;
}

async function asked(sql: string): Promise<Told> {
  const filled = sql
    .replaceAll(':from', `date '${period.from}'`)
    .replaceAll(':today', `date '${asOf}'`)
    .replaceAll(/:to\b/g, `date '${period.to}'`);
  const { rows } = await database.pool.query<Told>(filled);
  return rows[0] ?? {};
}

const told = (value: string | null | undefined): number => Number(Number(value ?? 0).toPrecision(10));

describe('the SQL that the guide shows gives the figure', () => {
  it.each(catalogue.map(({ id, kind }) => [id, kind] as const))('%s', async (id, kind) => {
    const { formula, sql, eligibility } = guideOf(id);
    expect(formula.zh).toMatch(/\p{Script=Han}/u);
    expect(formula.en).not.toMatch(/undefined|\p{Script=Han}/u);
    expect(eligibility.length).toBeGreaterThan(0);
    const [above, below] = await Promise.all(sql.map(asked));
    const { series } = await answerMetrics(database.pool, { metrics: [id], period }, { role: 'analyst' });
    const point = series[0]?.points[0];
    const { denominator } = below ?? above ?? {};
    expect([id, told(denominator)]).toEqual([id, denominator === undefined ? 0 : (point?.denominator ?? 0)]);
    // Told in stored units: their quotient with the figure is the unit.
    const isPosition = kind === 'PERCENTILE' || kind === 'SURVIVAL';
    const [stored, figure] = isPosition ? [above?.value, point?.value] : [above?.numerator, point?.numerator];
    const unit = figure ? Number((told(stored) / figure).toPrecision(7)) : 1;
    expect([id, unit]).toEqual([id, [1, 60, 100, 3600, 86_400, 1000].find((each) => each === unit)]);
  });
});
