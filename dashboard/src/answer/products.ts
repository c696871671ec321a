import { formatter, type Formatter } from '../format/index.ts';
import { seriesOf, slicesOf, type Lang, type MetricAnswer, type MetricPoint } from '../metric/types.ts';
import { sentences, type PageAnswer } from './sentence.ts';
import { againstTarget, mainComparison, movement, rated } from './verdict.ts';

export interface ProductsFacts {
  totals: MetricAnswer;
  /** NOT_AS_DESCRIBED_RATE over the year to the period's end, in all and by PRODUCT: a quarter of one product is too little to judge by. */
  year: { whole: MetricAnswer; byProduct: MetricAnswer } | undefined;
}

const WRONG = 'NOT_AS_DESCRIBED_RATE';

/** Whether goods are what their pages promise, which product stands out, and whether merchants may sell them. */
export function answerProducts({ totals, year }: ProductsFacts, lang: Lang): PageAnswer {
  const format = formatter(lang);
  return {
    lead: leadOf(totals, format),
    rest: sentences(
      [year ? productText(year, format) : null, informationText(totals, format), certificateText(totals, format)],
      format,
    ),
  };
}

function leadOf(totals: MetricAnswer, format: Formatter): string {
  const series = seriesOf(totals, WRONG);
  const point = series?.points[0];
  if (!series || !point || point.value == null)
    return format.say({ en: 'No goods were delivered in this selection.', zh: '所选范围内没有签收的商品。' });
  const n = format.count(point.sample);
  if (point.status === 'TOO_FEW')
    return format.say({
      en: `Only ${n} lines were delivered: too few to rate.`,
      zh: `仅签收 ${n} 行商品，不足以评级。`,
    });
  const value = format.bare(point.value, series.metric);
  const moved = movement(series.metric, mainComparison(point), format);
  const young = point.mature ? '' : format.say({ en: ' so far', zh: '截至目前，' });
  return format.say({
    en: `Of every 10,000 lines delivered, ${value} were not as described${young}${moved}.`,
    zh: `${young}每万行签收商品中有 ${value} 行描述不符${moved}。`,
  });
}

interface Named {
  name: string;
  point: MetricPoint;
}

/** The product whose whole interval lies above the shop's figure; where there is none, that is said. */
function productText(year: NonNullable<ProductsFacts['year']>, format: Formatter): string | null {
  const whole = rated(seriesOf(year.whole, WRONG)?.points[0])?.value;
  if (whole == null) return null;
  const all = slicesOf(year.byProduct, WRONG);
  const products = all.flatMap((series): Named[] => {
    const point = rated(series.points[0]);
    const [key] = series.key;
    return point?.value != null && point.interval && key?.value ? [{ name: format.say(key.label), point }] : [];
  });
  const head = all[0]?.metric;
  if (!head || products.length === 0)
    return format.say({
      en: 'No single product has sold enough in a year to be rated.',
      zh: '没有哪件商品的全年销量足以单独评级。',
    });
  const [worst] = products
    .filter(({ point }) => (point.interval?.low ?? 0) > whole)
    .sort((a, b) => (b.point.value ?? 0) - (a.point.value ?? 0));
  if (!worst) return format.say({ en: 'No product stands out over the year.', zh: '全年没有哪件商品明显偏高。' });
  const [value, usual] = [format.bare(worst.point.value, head), format.bare(whole, head)];
  return format.say({
    en: `Over the year ${worst.name} stands out: ${value}, against ${usual} for all.`,
    zh: `全年看，${worst.name}明显偏高：${value} 行，全部商品为 ${usual} 行。`,
  });
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
