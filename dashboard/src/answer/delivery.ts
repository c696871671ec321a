import { formatter, type Formatter } from '../format/index.ts';
import { seriesOf, slicesOf, type Lang, type MetricAnswer, type MetricSeries } from '../metric/types.ts';
import { difference } from './difference.ts';
import { sentences, type PageAnswer } from './sentence.ts';
import { standout } from './standout.ts';
import { againstTarget, mainComparison, movement } from './verdict.ts';

export interface DeliveryFacts {
  totals: MetricAnswer;
  /** AVERAGE_REVIEW_SCORE by LATE. */
  scores: MetricAnswer | undefined;
  /** PARCEL_ON_TIME_RATE by CARRIER and REGION. */
  lanes?: MetricAnswer | undefined;
}

/** Promises against the target, then the days promised and taken, where they break, and what lateness goes with. */
export function answerDelivery({ totals, scores, lanes }: DeliveryFacts, lang: Lang): PageAnswer {
  const format = formatter(lang);
  return {
    lead: leadOf(totals, format),
    rest: sentences(
      [
        daysText(totals, format),
        lanes ? laneText(totals, lanes, format) : null,
        scores ? scoreText(scores, format) : null,
      ],
      format,
    ),
  };
}

function leadOf(totals: MetricAnswer, format: Formatter): string {
  const kept = seriesOf(totals, 'PROMISE_KEPT_RATE');
  const point = kept?.points[0];
  if (!kept || !point || point.value == null)
    return format.say({ en: 'No order was due in this selection.', zh: '所选范围内没有应达订单。' });
  if (point.status === 'TOO_FEW') {
    return format.say({
      en: `Only ${format.count(point.sample)} orders were due: too few to rate.`,
      zh: `应达订单仅 ${format.count(point.sample)} 单，不足以评级。`,
    });
  }
  const value = format.value(point.value, kept.metric);
  const aim = againstTarget(kept.metric, point, format);
  const moved = aim ? '' : movement(kept.metric, mainComparison(point), format);
  return format.say({ en: `${value} of promises kept${aim}${moved}.`, zh: `应达达成率 ${value}${aim}${moved}。` });
}

const pointOf = (series: MetricSeries | undefined) => {
  const point = series?.points[0];
  return point && point.status !== 'TOO_FEW' && !point.suppressed ? point : undefined;
};

/** The promise is compared with what nine of ten parcels need: a promise longer than that is one nobody asked for. */
function daysText(totals: MetricAnswer, format: Formatter): string | null {
  const point = (metric: string): number | null => pointOf(seriesOf(totals, metric))?.value ?? null;
  const [half, most, promised] = [point('DELIVERY_DAYS_P50'), point('DELIVERY_DAYS_P90'), point('PROMISED_DAYS_P50')];
  const days = (value: number): string => format.bare(value, { unit: 'DAYS', decimals: 1 });
  const whole = (value: number): string => format.value(value, { unit: 'DAYS', decimals: 0 });
  if (half === null) return null;
  if (most === null || promised === null)
    return format.say({
      en: `Half the parcels arrive within ${days(half)} days.`,
      zh: `一半包裹在 ${days(half)} 天内送达。`,
    });
  const wide = promised > most;
  return format.say({
    en: `Half the parcels arrive within ${days(half)} days, nine of ten within ${days(most)}; the usual promise is ${whole(promised)}${wide ? ', longer than nine of ten need' : ''}.`,
    zh: `一半包裹 ${days(half)} 天内送达，九成在 ${days(most)} 天内；承诺中位 ${whole(promised)}${wide ? '，比九成包裹所需更长' : ''}。`,
  });
}

const LANE = 'PARCEL_ON_TIME_RATE';

/** The lowest carrier in a region; picked out of many, it must lie further apart than one alone. */
function laneText(totals: MetricAnswer, lanes: MetricAnswer, format: Formatter): string | null {
  const whole = pointOf(seriesOf(totals, LANE))?.value;
  const named = slicesOf(lanes, LANE).filter(({ key }) => key.length === 2 && key.every(({ value }) => value));
  const lowest = standout(named, (series) => series.points[0], whole, 'lowest');
  if (!lowest || whole == null) return null;
  if (!lowest.apart)
    return format.say({
      en: 'No carrier in any region stands out from the rest by more than noise.',
      zh: '没有哪条承运商与地区的线路超出噪声地落后。',
    });
  const { row, point } = lowest;
  const name = row.key.map(({ label }) => format.say(label)).join(' × ');
  const [share, all, n] = [
    format.value(point.value, row.metric),
    format.value(whole, row.metric),
    format.count(point.sample),
  ];
  return format.say({
    en: `Promises break on ${name}: ${share} of ${n} parcels on time, of all ${all}.`,
    zh: `失约集中在${name}：${n} 件中准时 ${share}，整体 ${all}。`,
  });
}

function scoreText(scores: MetricAnswer, format: Formatter): string | null {
  const [late, onTime] = [
    pointOf(seriesOf(scores, 'AVERAGE_REVIEW_SCORE', 'late')),
    pointOf(seriesOf(scores, 'AVERAGE_REVIEW_SCORE', 'on_time')),
  ];
  if (!late || !onTime || late.value == null || onTime.value == null) return null;
  const measure = { unit: 'SCORE', decimals: 1 } as const;
  const [low, high] = [format.value(late.value, measure), format.value(onTime.value, measure)];
  const apart = difference(late, onTime);
  if (apart && !apart.significant) {
    return format.say({
      en: `Whether lateness goes with lower scores cannot be told: ${low} and ${high} stars.`,
      zh: `晚到是否伴随更低评分，无法判断：${low} 星与 ${high} 星。`,
    });
  }
  return format.say({
    en: `Late goes with ${low} stars, on time with ${high}.`,
    zh: `晚到的评分为 ${low} 星，准时的为 ${high} 星。`,
  });
}
