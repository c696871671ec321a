import { formatter, type Formatter } from '../format/index.ts';
import { seriesOf, slicesOf, type Lang, type MetricAnswer, type MetricPoint } from '../metric/types.ts';
import { sentences, type PageAnswer } from './sentence.ts';
import { againstTarget, mainComparison, movement, rated, realMovement } from './verdict.ts';

export interface ServiceFacts {
  totals: MetricAnswer;
  /** RESPONSE_IN_TIME_RATE by CHANNEL. */
  byChannel: MetricAnswer | undefined;
}

const IN_TIME = 'RESPONSE_IN_TIME_RATE';

/** Answers against their promise, how long they take, which channel falls behind, and what customers say of it. */
export function answerService({ totals, byChannel }: ServiceFacts, lang: Lang): PageAnswer {
  const format = formatter(lang);
  return {
    lead: leadOf(totals, format),
    rest: sentences(
      [
        speedText(totals, format),
        byChannel ? channelText(totals, byChannel, format) : null,
        csatText(totals, format),
        botText(totals, format),
      ],
      format,
    ),
  };
}

function leadOf(totals: MetricAnswer, format: Formatter): string {
  const series = seriesOf(totals, IN_TIME);
  const point = series?.points[0];
  if (!series || !point || point.value == null)
    return format.say({
      en: 'No case was due for a first answer in this selection.',
      zh: '所选范围内没有应响应的工单。',
    });
  if (point.status === 'TOO_FEW') {
    const n = format.count(point.sample);
    return format.say({
      en: `Only ${n} cases were due for a first answer: too few to rate.`,
      zh: `应响应工单仅 ${n} 件，不足以评级。`,
    });
  }
  const value = format.value(point.value, series.metric);
  const moved = againstTarget(series.metric, point, format) || movement(series.metric, mainComparison(point), format);
  return format.say({ en: `${value} of cases answered in time${moved}.`, zh: `首次响应及时率 ${value}${moved}。` });
}

function speedText(totals: MetricAnswer, format: Formatter): string | null {
  const told = (metric: string): string | null => {
    const series = seriesOf(totals, metric);
    const point = rated(series?.points[0]);
    return series && point?.value != null ? format.value(point.value, series.metric) : null;
  };
  const [first, solved] = [told('FIRST_RESPONSE_MINUTES_P50'), told('RESOLUTION_HOURS_P50')];
  if (first === null && solved === null) return null;
  if (first === null)
    return format.say({ en: `Half are resolved within ${solved}.`, zh: `一半工单在 ${solved}内解决。` });
  if (solved === null)
    return format.say({ en: `Half are answered within ${first}.`, zh: `一半工单在 ${first}内得到人工响应。` });
  return format.say({
    en: `Half are answered within ${first} and resolved within ${solved}.`,
    zh: `一半工单在 ${first}内得到人工响应，${solved}内解决。`,
  });
}

interface Channel {
  name: string;
  point: MetricPoint;
}

/** The lowest channel whose whole interval lies below the shop's figure; where there is none, that is said. */
function channelText(totals: MetricAnswer, byChannel: MetricAnswer, format: Formatter): string | null {
  const whole = rated(seriesOf(totals, IN_TIME)?.points[0])?.value;
  const channels = slicesOf(byChannel, IN_TIME).flatMap((series): Channel[] => {
    const point = rated(series.points[0]);
    const [key] = series.key;
    return point?.value != null && point.interval && key?.value ? [{ name: format.say(key.label), point }] : [];
  });
  if (whole == null || channels.length < 2) return null;
  const behind = channels
    .filter(({ point }) => (point.interval?.high ?? 1) < whole)
    .sort((a, b) => (a.point.value ?? 0) - (b.point.value ?? 0));
  const [worst] = behind;
  if (!worst) return format.say({ en: 'No channel falls behind the others.', zh: '没有哪个渠道明显落后。' });
  const share = format.share(worst.point.value);
  return format.say({
    en: `${worst.name} falls behind with ${share}.`,
    zh: `${worst.name}落后，为 ${share}。`,
  });
}

function botText(totals: MetricAnswer, format: Formatter): string | null {
  const series = seriesOf(totals, 'BOT_CONTAINMENT_RATE');
  const point = rated(series?.points[0]);
  if (!series || point?.value == null) return null;
  const value = format.value(point.value, series.metric);
  const moved = realMovement(series.metric, mainComparison(point), format);
  return format.say({
    en: `The bot closes ${value} of what it takes alone${moved}.`,
    zh: `机器人独立解决了其接待的 ${value}${moved}。`,
  });
}

function csatText(totals: MetricAnswer, format: Formatter): string | null {
  const series = seriesOf(totals, 'CSAT');
  const point = rated(series?.points[0]);
  if (!series || point?.value == null) return null;
  const value = format.value(point.value, series.metric);
  const moved = realMovement(series.metric, mainComparison(point), format);
  return format.say({
    en: `${value} of ratings are 4 or 5 of 5${moved}.`,
    zh: `评分中 ${value} 为 4–5 分${moved}。`,
  });
}
