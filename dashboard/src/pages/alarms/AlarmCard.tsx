import { Link } from '@tanstack/react-router';

import { Card } from '../../card/Card.tsx';
import { Answered } from '../../card/States.tsx';
import { Trend, trendTable, type TrendProps } from '../../charts/index.ts';
import { useShop } from '../../filters/shop-context.tsx';
import { useFormat } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import { DrillLink, useMayDrill } from '../../metric/Drill.tsx';
import { oneIn } from '../../metric/reckon.ts';
import { AlarmHands } from './AlarmHands.tsx';
import classes from './alarms.module.css';
import { courseChart } from './course.ts';
import { useAlarmRows, type Alarm, type useAlarm } from './use-alarms.ts';

/** One alarm: its course, how it was told, its rows and the load that brought them. */
export function AlarmCard({ query }: { query: ReturnType<typeof useAlarm> }) {
  const { t, pick } = useText();
  const format = useFormat();
  const alarm = query.data;
  const chart = useChart(alarm);
  return (
    <Card
      title={alarm ? pick(alarm.title) : t('alarms.one')}
      sub={alarm ? told(alarm, t, format) : undefined}
      table={chart ? trendTable(chart, format) : undefined}
      file="alarm"
    >
      <Answered query={query} height={260}>
        {() => (chart ? <Trend {...chart} /> : null)}
      </Answered>
      {alarm ? <Behind alarm={alarm} /> : null}
      {alarm ? <AlarmHands alarm={alarm} /> : null}
    </Card>
  );
}

function useChart(alarm: Alarm | null | undefined): TrendProps | undefined {
  const { t, pick } = useText();
  if (!alarm || alarm.days.length === 0) return undefined;
  const labels = {
    title: pick(alarm.watchTitle),
    observed: t('alarms.seen'),
    expected: t('alarms.usual'),
    upper: t('alarms.alarmFrom'),
  };
  return courseChart(alarm.days, labels, { from: alarm.startedOn, to: alarm.lastOn, label: t('alarms.marked') });
}

const RARE = 1e-6;
const windows: Readonly<Record<number, 'alarms.day1' | 'alarms.day2' | 'alarms.day7'>> = {
  1: 'alarms.day1',
  2: 'alarms.day2',
};

function told(
  { detectedOn, upper, windowDays, chance }: Alarm,
  t: ReturnType<typeof useText>['t'],
  format: ReturnType<typeof useFormat>,
): string {
  return t('alarms.oneSub', {
    day: format.day(detectedOn),
    upper: format.count(upper),
    window: t(windows[windowDays] ?? 'alarms.day7'),
    chance: chance < RARE ? t('alarms.chanceRare') : t('alarms.chance', { n: format.count(oneIn(chance)) }),
  });
}

/** The way to the rows, and the load that brought them. */
function Behind({ alarm }: { alarm: Alarm }) {
  const { t } = useText();
  const format = useFormat();
  const may = useMayDrill();
  const rows = useAlarmRows(alarm.id, may).data ?? [];
  const isCase = alarm.metric === 'SERVICE_CASES' || alarm.metric === 'COMPLAINTS';
  return (
    <div className={classes.behind}>
      {isCase && rows.length > 0 ? (
        <p>
          {t('alarms.rows')}
          {rows.slice(0, 4).map((row) => (
            <Link key={row.id} to="/cases/$id" params={{ id: row.id }} className={classes.way}>
              {t('alarms.row', { day: format.dayShort(row.on) })}
            </Link>
          ))}
          <AllRows alarm={alarm} />
        </p>
      ) : null}
      {alarm.runId && may ? (
        <p>
          <Link to="/runs/$id" params={{ id: alarm.runId }} className={classes.way}>
            {t('alarms.run', { id: alarm.runId })}
          </Link>{' '}
          {t('alarms.ranBy', { n: format.count(alarm.runRows), of: format.count(alarm.tracedRows) })}
        </p>
      ) : null}
    </div>
  );
}

function AllRows({ alarm }: { alarm: Alarm }) {
  const { t } = useText();
  const { shop } = useShop();
  const topic = alarm.metric === 'SERVICE_CASES' ? [{ dimension: 'TOPIC' as const, value: alarm.watch }] : [];
  return (
    <DrillLink
      metric={alarm.metric}
      period={{ from: alarm.startedOn, to: alarm.lastOn }}
      slice={[...topic, ...alarm.slice, { dimension: 'SHOP' as const, value: shop.code }]}
      className={classes.way}
    >
      {t('alarms.allRows')}
    </DrillLink>
  );
}
