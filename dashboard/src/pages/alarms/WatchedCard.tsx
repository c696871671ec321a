import { useNavigate, useSearch } from '@tanstack/react-router';

import { Card } from '../../card/Card.tsx';
import { Answered } from '../../card/States.tsx';
import { Trend, trendTable, type TrendProps } from '../../charts/index.ts';
import { useFormat } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import classes from './alarms.module.css';
import { courseChart } from './course.ts';
import { useFigure, type Choice, type Figure, type useAlarms } from './use-alarms.ts';

/** A quarter and a month: a season to see, days that can still be told apart. */
const SHOWN_DAYS = 120;

/** Each watched figure with what is usual of it. */
export function WatchedCard({ query }: { query: ReturnType<typeof useAlarms> }) {
  const { t, pick } = useText();
  const format = useFormat();
  const figures = query.data?.watchedFigures ?? [];
  const { watched } = useSearch({ from: '/signed-in/alarms' });
  const chosen = figures.find(({ watch }) => watch === watched) ?? figures[0];
  const course = useFigure(chosen?.watch);
  const figure = course.data;
  const chart = useChart(figure);
  return (
    <Card
      title={t('alarms.watched')}
      sub={t('alarms.watchedSub')}
      table={chart ? trendTable(chart, format) : undefined}
      file={`watched-${figure?.watch ?? 'figure'}`}
    >
      <Chooser figures={figures} chosen={chosen?.watch} />
      <Answered query={course} height={260} empty={(data) => data === null}>
        {() => (chart ? <Trend key={figure?.watch} {...chart} /> : null)}
      </Answered>
      {figure ? (
        <p className={classes.sub}>
          {pick(figure.title)}:{' '}
          {figure.openAlarms === 0 ? t('alarms.notOpen') : t('alarms.open', { n: format.count(figure.openAlarms) })}
        </p>
      ) : null}
    </Card>
  );
}

function Chooser({ figures, chosen }: { figures: readonly Choice[]; chosen: string | undefined }) {
  const { t, pick } = useText();
  const navigate = useNavigate();
  return (
    <select
      className={classes.select}
      aria-label={t('alarms.figure')}
      value={chosen ?? ''}
      onChange={(event) => {
        const watched = event.currentTarget.value;
        void navigate({ to: '/alarms', search: (search) => ({ ...search, watched }), resetScroll: false });
      }}
    >
      {figures.map((figure) => (
        <option key={figure.watch} value={figure.watch}>
          {pick(figure.title)}
        </option>
      ))}
    </select>
  );
}

function useChart(figure: Figure | null | undefined): TrendProps | undefined {
  const { t, pick } = useText();
  if (!figure) return undefined;
  const labels = {
    title: pick(figure.title),
    observed: t('alarms.seen'),
    expected: t('alarms.usual'),
    upper: t('alarms.alarmFrom'),
  };
  return courseChart(figure.days.slice(-SHOWN_DAYS), labels, null);
}
