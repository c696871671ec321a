import { useNavigate, useSearch } from '@tanstack/react-router';

import { Card } from '../../card/Card.tsx';
import { Answered, Empty } from '../../card/States.tsx';
import { Trend, trendTable, type TrendProps } from '../../charts/index.ts';
import { useFormat } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import classes from './forecast.module.css';
import { shownMeasures } from './search.ts';
import type { Forecast, MeasureForecast, useForecast } from './use-forecast.ts';

const MEASURE = { unit: 'COUNT', decimals: 0 } as const;

/** The peak day by day, with its range and what the last one brought. */
export function CourseCard({ query }: { query: ReturnType<typeof useForecast> }) {
  const { t, pick } = useText();
  const format = useFormat();
  const { measure = 'ORDERS' } = useSearch({ from: '/signed-in/forecast' });
  const forecast = query.data?.peakForecast;
  const drawn = forecast?.measures.find((each) => each.measure === measure);
  const chart = useChart(forecast, drawn);
  const title =
    forecast && drawn
      ? t('forecast.course', { measure: pick(drawn.title), event: pick(forecast.event.label) })
      : t('forecast.event');
  return (
    <Card
      title={title}
      sub={t('forecast.courseSub')}
      table={chart ? trendTable(chart, format) : undefined}
      file="forecast"
    >
      <Choices query={query} measure={measure} />
      <Answered query={query} height={280}>
        {() => (chart ? <Trend key={drawn?.measure} {...chart} /> : <Empty text={t('forecast.none')} height={280} />)}
      </Answered>
    </Card>
  );
}

function Choices({ query, measure }: { query: ReturnType<typeof useForecast>; measure: string }) {
  const { t, pick } = useText();
  const format = useFormat();
  const navigate = useNavigate();
  const events = query.data?.peakEvents ?? [];
  const measures = query.data?.peakForecast?.measures ?? [];
  return (
    <div className={classes.choices}>
      <select
        aria-label={t('forecast.event')}
        value={query.data?.peakForecast?.event.code ?? ''}
        onChange={({ currentTarget: { value: event } }) =>
          void navigate({ to: '/forecast', search: (search) => ({ ...search, event }), resetScroll: false })
        }
      >
        {events.map(({ code, label, day }) => (
          <option key={code} value={code}>
            {pick(label)} · {format.day(day)}
          </option>
        ))}
      </select>
      <select
        aria-label={t('forecast.measure')}
        value={measure}
        onChange={({ currentTarget: { value } }) =>
          void navigate({
            to: '/forecast',
            search: (search) => ({ ...search, measure: shownMeasures.find((each) => each === value) }),
            resetScroll: false,
          })
        }
      >
        {measures.map((each) => (
          <option key={each.measure} value={each.measure}>
            {pick(each.title)}
          </option>
        ))}
      </select>
    </div>
  );
}

function useChart(forecast: Forecast | null | undefined, drawn: MeasureForecast | undefined): TrendProps | undefined {
  const { t, pick } = useText();
  if (!forecast || !drawn || drawn.days.length === 0) return undefined;
  const point = (bucket: string, value: number | null, interval: { low: number; high: number } | null = null) => ({
    bucket,
    bucketEnd: bucket,
    value,
    interval,
    sample: Math.round(value ?? 0),
    mature: true,
    partial: false,
  });
  return {
    title: pick(drawn.title),
    measure: MEASURE,
    grain: 'DAY',
    fromZero: true,
    height: 280,
    annotations: [{ from: forecast.event.day, label: pick(forecast.event.label) }],
    series: [
      {
        key: 'expected',
        label: t('forecast.expected'),
        tone: 'now',
        band: true,
        points: drawn.days.map(({ day, expected, low, high }) => point(day, expected, { low, high })),
      },
      {
        key: 'last',
        label: t('forecast.lastTime'),
        tone: 'then',
        thin: true,
        points: drawn.days.map(({ day, lastTime }) => point(day, lastTime ?? null)),
      },
    ],
  };
}
