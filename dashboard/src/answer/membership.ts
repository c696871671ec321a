import { formatter, type Formatter } from '../format/index.ts';
import { seriesOf, slicesOf, type Lang, type MetricAnswer } from '../metric/types.ts';
import { difference } from './difference.ts';
import { sentences, type PageAnswer } from './sentence.ts';
import { mainComparison, movement, rated } from './verdict.ts';

export interface MembershipFacts {
  totals: MetricAnswer;
  /** NEXT_ORDER_RATE_90D by LOYALTY. */
  byLoyalty: MetricAnswer | undefined;
}

const NEXT = 'NEXT_ORDER_RATE_90D';

/** How many customers are loyal, whether they come back sooner than the others, and whether members use what they are given. */
export function answerMembership({ totals, byLoyalty }: MembershipFacts, lang: Lang): PageAnswer {
  const format = formatter(lang);
  return {
    lead: leadOf(totals, format),
    rest: sentences(
      [byLoyalty ? nextText(byLoyalty, format) : null, benefitText(totals, format), pointsText(totals, format)],
      format,
    ),
  };
}

function leadOf(totals: MetricAnswer, format: Formatter): string {
  const series = seriesOf(totals, 'LOYAL_CUSTOMER_SHARE');
  const point = series?.points[0];
  if (!series || !point || point.value == null)
    return format.say({
      en: 'No known customer has ordered in the year up to here.',
      zh: '截至此时的一年内没有已识别顾客下单。',
    });
  const n = format.count(point.sample);
  if (point.status === 'TOO_FEW')
    return format.say({
      en: `Only ${n} active customers: too few to rate their loyalty.`,
      zh: `活跃顾客仅 ${n} 位，不足以评定忠诚度。`,
    });
  const value = format.value(point.value, series.metric);
  const moved = movement(series.metric, mainComparison(point), format);
  return format.say({
    en: `${value} of ${n} active customers are loyal${moved}.`,
    zh: `${n} 位活跃顾客中，忠诚顾客占 ${value}${moved}。`,
  });
}

/** Loyal before the order against new before it: who orders again within 90 days. */
function nextText(byLoyalty: MetricAnswer, format: Formatter): string | null {
  const of = (value: string) => rated(slicesOf(byLoyalty, NEXT).find(({ key }) => key[0]?.value === value)?.points[0]);
  const [loyal, fresh] = [of('loyal'), of('new')];
  if (fresh?.value == null) return null;
  if (loyal?.value == null)
    return format.say({
      en: 'Too few orders of loyal customers are 90 days old to compare.',
      zh: '忠诚顾客满 90 天的订单太少，无法比较。',
    });
  const [a, b] = [format.share(loyal.value), format.share(fresh.value)];
  return difference(loyal, fresh)?.significant
    ? format.say({
        en: `${a} of their orders are followed by another within 90 days, ${b} of first orders.`,
        zh: `忠诚顾客 ${a} 的订单在 90 天内有下一单，新顾客为 ${b}。`,
      })
    : format.say({
        en: `Within 90 days they order again about as often as new customers: ${a} and ${b}, not told apart.`,
        zh: `90 天内再次下单与新顾客无法区分：${a} 与 ${b}。`,
      });
}

function benefitText(totals: MetricAnswer, format: Formatter): string | null {
  const series = seriesOf(totals, 'BENEFIT_USE_RATE');
  const point = rated(series?.points[0]);
  if (!series || point?.value == null) return null;
  const value = format.value(point.value, series.metric);
  const n = format.count(point.sample);
  return format.say({
    en: `${value} of ${n} members used a benefit in a year.`,
    zh: `${n} 位会员中，一年内 ${value} 用过权益。`,
  });
}

function pointsText(totals: MetricAnswer, format: Formatter): string | null {
  const series = seriesOf(totals, 'POINTS_REDEMPTION_RATE');
  const point = rated(series?.points[0]);
  if (!series || point?.value == null) return null;
  const value = format.value(point.value, series.metric);
  return format.say({ en: `Of all points earned, ${value} were spent.`, zh: `累计发放的积分已用 ${value}。` });
}
