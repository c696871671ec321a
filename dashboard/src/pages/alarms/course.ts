import type { TrendProps } from '../../charts/index.ts';
import type { Figure } from './use-alarms.ts';

type Day = Figure['days'][number];

const MEASURE = { unit: 'COUNT', decimals: 0 } as const;

interface Labels {
  title: string;
  observed: string;
  expected: string;
  upper: string;
}

/** What was seen, what was usual with its range, and from where on a day alone is an alarm. */
export function courseChart(
  days: readonly Day[],
  labels: Labels,
  marked: { from: string; to: string; label: string } | null,
): TrendProps {
  const point = (day: Day, value: number | null, interval: { low: number; high: number } | null = null) => ({
    bucket: day.day,
    bucketEnd: day.day,
    value,
    interval,
    sample: day.observed ?? 0,
    mature: true,
    partial: false,
  });
  return {
    title: labels.title,
    measure: MEASURE,
    grain: 'DAY',
    ...(marked ? { annotations: [marked] } : {}),
    fromZero: true,
    height: 260,
    series: [
      {
        key: 'observed',
        label: labels.observed,
        tone: 'now',
        points: days.map((day) => point(day, day.observed ?? null)),
      },
      {
        key: 'expected',
        label: labels.expected,
        tone: 'then',
        thin: true,
        band: true,
        points: days.map((day) =>
          point(
            day,
            day.expected ?? null,
            day.low == null || day.high == null ? null : { low: day.low, high: day.high },
          ),
        ),
      },
      {
        key: 'upper',
        label: labels.upper,
        tone: 'bad',
        thin: true,
        dashed: true,
        points: days.map((day) => point(day, day.upper ?? null)),
      },
    ],
  };
}
