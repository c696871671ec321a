import { formatter, type Formatter } from '../format/index.ts';
import { seriesOf, slicesOf, type Lang, type MetricAnswer, type MetricPoint } from '../metric/types.ts';
import { sentences, type PageAnswer } from './sentence.ts';
import { againstTarget, mainComparison, movement, rated } from './verdict.ts';

export interface ProductsFacts {
  totals: MetricAnswer;
  /** NOT_AS_DESCRIBED_RATE by PRODUCT. */
  byProduct: MetricAnswer | undefined;
}

const WRONG = 'NOT_AS_DESCRIBED_RATE';

/** Whether goods are what their pages promise, which product stands out, and whether merchants may sell them. */
export function answerProducts({ totals, byProduct }: ProductsFacts, lang: Lang): PageAnswer {
  const format = formatter(lang);
  return {
    lead: leadOf(totals, format),
    rest: sentences(
      [
        byProduct ? productText(totals, byProduct, format) : null,
        informationText(totals, format),
        certificateText(totals, format),
      ],
      format,
    ),
  };
}

function leadOf(totals: MetricAnswer, format: Formatter): string {
  const series = seriesOf(totals, WRONG);
  const point = series?.points[0];
  if (!series || !point || point.value == null)
    return format.say({ en: 'No line of goods was sold in this selection.', zh: '所选范围内没有售出商品。' });
  const n = format.count(point.sample);
  if (point.status === 'TOO_FEW')
    return format.say({ en: `Only ${n} lines were sold: too few to rate.`, zh: `仅售出 ${n} 行商品，不足以评级。` });
  const value = format.value(point.value, series.metric);
  const moved = movement(series.metric, mainComparison(point), format);
  const young = point.mature ? '' : format.say({ en: ' so far', zh: '截至目前，' });
  return format.say({
    en: `${value} lines sold were not as described${young}${moved}.`,
    zh: `${young}售出商品的描述不符率 ${value}${moved}。`,
  });
}

interface Named {
  name: string;
  point: MetricPoint;
}

/** The product whose whole interval lies above the shop's figure; where there is none, that is said. */
function productText(totals: MetricAnswer, byProduct: MetricAnswer, format: Formatter): string | null {
  const whole = rated(seriesOf(totals, WRONG)?.points[0])?.value;
  if (whole == null) return null;
  const all = slicesOf(byProduct, WRONG);
  const products = all.flatMap((series): Named[] => {
    const point = rated(series.points[0]);
    const [key] = series.key;
    return point?.value != null && point.interval && key?.value ? [{ name: format.say(key.label), point }] : [];
  });
  const head = all[0]?.metric;
  if (!head || products.length === 0)
    return format.say({
      en: 'No single product has sold enough to be rated.',
      zh: '没有哪件商品的销量足以单独评级。',
    });
  const [worst] = products
    .filter(({ point }) => (point.interval?.low ?? 0) > whole)
    .sort((a, b) => (b.point.value ?? 0) - (a.point.value ?? 0));
  if (!worst) return format.say({ en: 'No product stands out.', zh: '没有哪件商品明显偏高。' });
  const value = format.value(worst.point.value, head);
  return format.say({ en: `${worst.name} stands out with ${value}.`, zh: `${worst.name}明显偏高，为 ${value}。` });
}

function informationText(totals: MetricAnswer, format: Formatter): string | null {
  const series = seriesOf(totals, 'INFORMATION_COMPLETENESS');
  const point = rated(series?.points[0]);
  if (!series || point?.value == null) return null;
  const value = format.value(point.value, series.metric);
  const aim = againstTarget(series.metric, point, format);
  return format.say({
    en: `${value} of products say all they must${aim}.`,
    zh: `信息完整的商品占 ${value}${aim}。`,
  });
}

function certificateText(totals: MetricAnswer, format: Formatter): string | null {
  const series = seriesOf(totals, 'CERTIFICATE_COVERAGE');
  const point = rated(series?.points[0]);
  if (!series || point?.value == null) return null;
  const value = format.value(point.value, series.metric);
  const n = format.count(point.sample);
  return format.say({
    en: `Of ${n} merchants who need a certificate, ${value} hold a valid one.`,
    zh: `须持证的 ${n} 家商家中，证照有效的占 ${value}。`,
  });
}
