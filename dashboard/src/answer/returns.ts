import { formatter, type Formatter } from '../format/index.ts';
import { seriesOf, slicesOf, type Lang, type MetricAnswer } from '../metric/types.ts';
import { sentences, type PageAnswer } from './sentence.ts';
import { againstTarget, mainComparison, movement, rated, realMovement } from './verdict.ts';

export interface ReturnFacts {
  totals: MetricAnswer;
  /** RETURNS by RETURN_REASON. */
  byReason: MetricAnswer | undefined;
}

/** How long the money takes, why goods come back, what is overdue, and whether failures are made up for. */
export function answerReturns({ totals, byReason }: ReturnFacts, lang: Lang): PageAnswer {
  const format = formatter(lang);
  return {
    lead: leadOf(totals, format),
    rest: sentences(
      [byReason ? reasonText(totals, byReason, format) : null, overdueText(totals, format), coverText(totals, format)],
      format,
    ),
  };
}

function leadOf(totals: MetricAnswer, format: Formatter): string {
  const requests = seriesOf(totals, 'RETURNS')?.points[0]?.value;
  const half = seriesOf(totals, 'REQUEST_TO_MONEY_HOURS_P50');
  const point = rated(half?.points[0]);
  if (!half || point?.value == null) return withoutMoney(requests, format);
  const value = format.value(point.value, half.metric);
  const moved = againstTarget(half.metric, point, format) || movement(half.metric, mainComparison(point), format);
  const most = seriesOf(totals, 'REQUEST_TO_MONEY_HOURS_P90');
  const late = rated(most?.points[0])?.value;
  const nine = most && late != null ? format.value(late, most.metric) : null;
  return format.say({
    en: `Half of the refunds arrive within ${value} of the request${moved}${nine ? `; nine of ten within ${nine}` : ''}.`,
    zh: `一半退款在申请后 ${value}内到账${moved}${nine ? `；九成在 ${nine}内` : ''}。`,
  });
}

function withoutMoney(requests: number | null | undefined, format: Formatter): string {
  if (requests == null)
    return format.say({ en: 'No data on returns in this selection.', zh: '所选范围内没有退换货数据。' });
  if (requests === 0)
    return format.say({ en: 'Nothing was sent back in this selection.', zh: '所选范围内没有退换货申请。' });
  const n = format.count(requests);
  return format.say({
    en: `${n} return request${requests === 1 ? '' : 's'}; too few refunds to say how long the money takes.`,
    zh: `退换货申请 ${n} 件；到账退款过少，无法判断时长。`,
  });
}

function reasonText(totals: MetricAnswer, byReason: MetricAnswer, format: Formatter): string | null {
  const all = seriesOf(totals, 'RETURNS')?.points[0]?.value ?? 0;
  const [first] = slicesOf(byReason, 'RETURNS')
    .flatMap((series) => {
      const [key] = series.key;
      const value = series.points[0]?.value;
      return key?.value && value ? [{ name: format.say(key.label), value }] : [];
    })
    .sort((a, b) => b.value - a.value);
  if (!first || all === 0) return null;
  const share = format.share(first.value / all, 0);
  return format.say({
    en: `The usual reason is “${first.name}”, ${share} of ${format.count(all)} requests.`,
    zh: `最常见的原因是“${first.name}”，占 ${format.count(all)} 件申请的 ${share}。`,
  });
}

function overdueText(totals: MetricAnswer, format: Formatter): string | null {
  const series = seriesOf(totals, 'REFUND_OVERDUE_RATE');
  const point = rated(series?.points[0]);
  if (!series || point?.value == null) return null;
  const value = format.value(point.value, series.metric);
  const moved = realMovement(series.metric, mainComparison(point), format);
  return format.say({
    en: `${value} of the refunds that fell due missed their promised day${moved}.`,
    zh: `到期退款中 ${value} 未按承诺到账${moved}。`,
  });
}

function coverText(totals: MetricAnswer, format: Formatter): string | null {
  const series = seriesOf(totals, 'COMPENSATION_COVERAGE');
  const point = rated(series?.points[0]);
  if (!series || point?.value == null) return null;
  const value = format.value(point.value, series.metric);
  const soFar = point.mature ? { en: '', zh: '' } : { en: ' so far', zh: '目前 ' };
  return format.say({
    en: `${value} of failures were made up for${soFar.en}.`,
    zh: `${soFar.zh}${value} 的失误得到补偿。`,
  });
}
