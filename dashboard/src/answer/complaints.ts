import { formatter, type Formatter } from '../format/index.ts';
import { seriesOf, slicesOf, type Lang, type MetricAnswer } from '../metric/types.ts';
import { sentences, type PageAnswer } from './sentence.ts';
import { againstTarget, mainComparison, movement, rated, realMovement } from './verdict.ts';

export interface ComplaintFacts {
  totals: MetricAnswer;
  /** COMPLAINTS by CAUSE. */
  byCause: MetricAnswer | undefined;
}

/** How many complaints for so many orders, who is most often answerable, whether they are closed in time, and who comes back. */
export function answerComplaints({ totals, byCause }: ComplaintFacts, lang: Lang): PageAnswer {
  const format = formatter(lang);
  return {
    lead: leadOf(totals, format),
    rest: sentences(
      [byCause ? causeText(totals, byCause, format) : null, closureText(totals, format), recoveryText(totals, format)],
      format,
    ),
  };
}

function leadOf(totals: MetricAnswer, format: Formatter): string {
  const complaints = seriesOf(totals, 'COMPLAINTS')?.points[0]?.value;
  if (complaints == null)
    return format.say({ en: 'No data on complaints in this selection.', zh: '所选范围内没有投诉数据。' });
  if (complaints === 0) return format.say({ en: 'No complaints in this selection.', zh: '所选范围内没有投诉。' });
  const n = format.count(complaints);
  const plural = complaints === 1 ? '' : 's';
  const rate = seriesOf(totals, 'COMPLAINT_RATE');
  const point = rated(rate?.points[0]);
  if (!rate || point?.value == null) return format.say({ en: `${n} complaint${plural}.`, zh: `投诉 ${n} 件。` });
  const value = format.bare(point.value, rate.metric);
  const moved = againstTarget(rate.metric, point, format) || movement(rate.metric, mainComparison(point), format);
  return format.say({
    en: `${n} complaint${plural}, ${value} for every 10,000 orders${moved}.`,
    zh: `投诉 ${n} 件，每万单 ${value} 件${moved}。`,
  });
}

/** Who is most often answerable, of all complaints of the selection: those without a cause count in the whole. */
function causeText(totals: MetricAnswer, byCause: MetricAnswer, format: Formatter): string | null {
  const all = seriesOf(totals, 'COMPLAINTS')?.points[0]?.value ?? 0;
  const named = slicesOf(byCause, 'COMPLAINTS')
    .flatMap((series) => {
      const [key] = series.key;
      const value = series.points[0]?.value;
      return key?.value && value ? [{ name: format.say(key.label), value }] : [];
    })
    .sort((a, b) => b.value - a.value);
  const [first, second] = named;
  if (!first || all === 0) return null;
  const share = format.share(first.value / all, 0);
  if (second?.value === first.value)
    return format.say({
      en: `Most often answerable: ${first.name} and ${second.name}, ${share} each.`,
      zh: `责任方最多的是${first.name}与${second.name}，各占 ${share}。`,
    });
  return format.say({
    en: `Most often answerable: ${first.name}, ${share}.`,
    zh: `责任方最多的是${first.name}，占 ${share}。`,
  });
}

function closureText(totals: MetricAnswer, format: Formatter): string | null {
  const series = seriesOf(totals, 'COMPLAINT_CLOSURE_IN_TIME_RATE');
  const point = rated(series?.points[0]);
  if (!series || point?.value == null) return null;
  const value = format.value(point.value, series.metric);
  const moved =
    againstTarget(series.metric, point, format) || realMovement(series.metric, mainComparison(point), format);
  return format.say({ en: `${value} were closed in time${moved}.`, zh: `按时办结 ${value}${moved}。` });
}

function recoveryText(totals: MetricAnswer, format: Formatter): string | null {
  const series = seriesOf(totals, 'RECOVERY_REPURCHASE_RATE_90D');
  const point = rated(series?.points[0]);
  if (!series || point?.value == null) return null;
  const value = format.value(point.value, series.metric);
  return point.mature
    ? format.say({
        en: `${value} of those who complained ordered again within 90 days.`,
        zh: `投诉过的顾客有 ${value} 在 90 天内再次下单。`,
      })
    : format.say({
        en: `Of the complainants whose 90 days are over, ${value} ordered again.`,
        zh: `已满 90 天的投诉顾客中，${value} 再次下单。`,
      });
}
