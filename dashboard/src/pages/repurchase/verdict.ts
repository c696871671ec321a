import type { Formatter, Measure } from '../../format/index.ts';
import type { CurveCut } from './search.ts';
import { apartOn, codeOf, inOrder, type Curves, type SurvivalCurve } from './survival.ts';

/** The last of the days by name: 90. */
const LAST = 2;

/** Groups below 5 % are told apart in the second decimal. */
export const rateOf = (curves: Curves): Measure => ({
  unit: 'PERCENT',
  decimals: curves.every((curve) => (curve.shareBack[LAST]?.value ?? 0) < 0.05) ? 2 : 1,
});

const byCode = (curves: Curves, code: string): SurvivalCurve | undefined =>
  curves.find((curve) => codeOf(curve) === code);

function medianText(curve: SurvivalCurve | undefined, format: Formatter): string {
  if (!curve || curve.customers === 0) return '';
  return typeof curve.median === 'number'
    ? format.say({ en: `Half are back by day ${curve.median}.`, zh: `第 ${curve.median} 天时已有一半回购。` })
    : format.say({
        en: 'The median time to a second order does not exist: fewer than half are back.',
        zh: '第二单的时间中位数不存在：回购的不到一半。',
      });
}

/** On time against late by day 90: apart, or not to be told apart; never more than "goes with". */
function lateText(curves: Curves, format: Formatter): string {
  const [onTime, late] = [byCode(curves, 'on_time'), byCode(curves, 'late')];
  const apart = apartOn(onTime, late, LAST);
  if (apart === null)
    return format.say({
      en: 'Too few have been observed for 90 days to compare parcels on time with late ones.',
      zh: '观察满 90 天的顾客太少，尚无法比较准时与晚到。',
    });
  const write = (curve: SurvivalCurve | undefined) =>
    format.value(curve?.shareBack[LAST]?.value ?? null, rateOf(curves));
  const [kept, broken] = [write(onTime), write(late)];
  if (!apart)
    return format.say({
      en: `By day 90 ${kept} are back after a first parcel on time and ${broken} after a late one: the bands meet, so they cannot be told apart yet.`,
      zh: `第 90 天时，首个包裹准时的顾客回购 ${kept}，晚到的 ${broken}：两条区间相交，尚无法区分。`,
    });
  return format.say({
    en: `By day 90 ${kept} are back after a first parcel on time and ${broken} after a late one; the bands do not meet. It goes with the delay; region, category and basket are not accounted for.`,
    zh: `第 90 天时，首个包裹准时的顾客回购 ${kept}，晚到的 ${broken}，两条区间不相交。这是与晚到相伴的差异，未按地区、类目与购物篮调整。`,
  });
}

function delayText(curves: Curves, all: SurvivalCurve | undefined, format: Formatter): string {
  const apart = inOrder(curves).filter((curve) => apartOn(curve, all, LAST) === true);
  if (apart.length === 0)
    return format.say({
      en: 'Cannot tell apart, yet: by day 90 each band meets that of all first orders.',
      zh: '尚无法区分：第 90 天时，每一组的区间都与整体相交。',
    });
  const names = apart.map((curve) => curve.key[0]?.label[format.lang] ?? codeOf(curve));
  return format.say({
    en: `By day 90 apart from all first orders by more than noise: ${names.join(', ')}. Region, category and basket are not accounted for.`,
    zh: `第 90 天时与整体的差异超出噪声：${names.join('、')}。未按地区、类目与购物篮调整。`,
  });
}

/** What the curves say, as a sentence; then whether there is a median. */
export function shareBackVerdict(
  cut: CurveCut,
  curves: Curves,
  all: SurvivalCurve | undefined,
  format: Formatter,
): string {
  const told = cut === 'late' ? lateText(curves, format) : cut === 'delay' ? delayText(curves, all, format) : '';
  return [told, medianText(all, format)].filter(Boolean).join(format.lang === 'zh' ? '' : ' ');
}
