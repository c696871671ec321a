import { expect, test } from 'vitest';
import { metricById, type Metric, type MetricId } from '../catalogue.ts';
import { figureOf } from './figure.ts';

const share = (id: MetricId) => figureOf(metricById(id) as Metric, [253_290, 4_866_386, null, null], 1);

test('points are no customers drawn at random: their share has no interval, that of customers has', () => {
  expect(share('POINTS_REDEMPTION_RATE')).toMatchObject({ value: 253_290 / 4_866_386, interval: null });
  expect(share('BENEFIT_USE_RATE').interval).toMatchObject({ method: 'wilson' });
});
