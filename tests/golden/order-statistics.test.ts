import { expect, it } from 'vitest';
import { answerMetrics } from '@rapport/model/metrics';
import { shop } from '../testkit/shop.ts';
import { testDatabase } from '../testkit/index.ts';

it('a percentile has the order statistics around it as its interval', async () => {
  const database = await testDatabase();
  try {
    const made = shop({ code: 'hundred' });
    for (let day = 1; day <= 100; day += 1)
      made
        .customer(`c${day}`)
        .ordered(`o${day}`, '2024-01-01 00:00')
        .delivered(new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 16).replace('T', ' '));
    await made.load(database.pool);
    const { series } = await answerMetrics(
      database.pool,
      { metrics: ['DELIVERY_DAYS_P50', 'DELIVERY_DAYS_P90'], period: { from: '2024-01-01', to: '2024-01-01' } },
      { role: 'analyst' },
    );
    // Conover, Practical Nonparametric Statistics, 3rd ed., section 3.2: ranks 40 and 61 of 100 for the median.
    expect(series[0]?.points[0]).toMatchObject({
      value: 50.5,
      interval: { low: 40, high: 61, method: 'order-statistics' },
    });
    expect(series[1]?.points[0]?.value).toBeCloseTo(90.1, 10);
  } finally {
    await database.drop();
  }
});
