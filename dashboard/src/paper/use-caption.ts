import { cutKey } from '../filters/cuts.ts';
import { comparesTime, hasRegions, isCut, usePageFilters, usePageTitle } from '../filters/page-filters.ts';
import { comparedSoFar, previousPeriod, sameWeekdaysLastYear, samePeriodLastYear } from '../filters/periods.ts';
import { eventKey } from '../filters/search.ts';
import { useShop } from '../filters/shop-context.tsx';
import { useComparableEvents } from '../filters/use-comparable-events.ts';
import { useFilters } from '../filters/use-filters.ts';
import { useFormat } from '../format/index.ts';
import { useText } from '../i18n/index.ts';
import { useSliceNames } from '../metric/use-dimensions.ts';
import { useChosenRegions } from '../shell/bar/regions.ts';
import { useDataState } from '../shell/use-data-state.ts';

/** What a page shows, said apart from it: on paper and in a picture nobody sees the filter bar. */
export interface Caption {
  shop: string;
  page: string;
  /** Period, comparisons, filters: each a phrase. */
  told: string[];
  asOf: string;
  version: string;
}

/** The days that each chosen comparison means, in words. */
function useComparisons(): string[] {
  const { asked, asOf, shop, compareKeys, events } = useFilters();
  const { t, pick } = useText();
  const format = useFormat();
  const known = useComparableEvents(asked, shop, events.length > 0).data ?? [];
  const days = (period: { from: string; to: string }) => format.dayRange(period.from, period.to);
  const fixed = {
    previous: () => `${t('shell.previous')} (${days(comparedSoFar(asked, previousPeriod(asked), asOf))})`,
    year: () => `${t('shell.lastYear')} (${days(comparedSoFar(asked, samePeriodLastYear(asked), asOf))})`,
    weekdays: () => `${t('shell.sameWeekdays')} (${days(comparedSoFar(asked, sameWeekdaysLastYear(asked), asOf))})`,
  };
  return compareKeys.flatMap((key) => {
    if (key === 'previous' || key === 'year' || key === 'weekdays') return [fixed[key]()];
    const event = known.find(({ code }) => eventKey(code) === key);
    if (!event) return [];
    const name = t('shell.sameEvent', { event: pick(event.label), year: event.earlierDay.slice(0, 4) });
    return [`${name} (${days(event.compared)})`];
  });
}

export function useCaption(): Caption {
  const { period, cuts, grain } = useFilters();
  const { shop, asOf } = useShop();
  const { t, pick } = useText();
  const format = useFormat();
  const filters = usePageFilters();
  const title = usePageTitle();
  const { dataVersion } = useDataState();
  const regions = useChosenRegions();
  const slices = useSliceNames(
    cuts.flatMap(({ dimension, values }) => values.map((value) => cutKey(dimension, value))),
  );
  const compared = useComparisons();
  const timed = comparesTime(filters);
  const only = [...(hasRegions(filters) ? regions : []), ...(isCut(filters) ? slices : [])];
  const against = compared.join(t('shell.comma'));
  return {
    shop: pick(shop.title),
    page: title ? t(`shell.${title}`) : '',
    told: [
      ...(timed || filters === 'rows' ? [format.dayRange(period.from, period.to)] : []),
      ...(timed ? [`${t('shell.grain')}${format.lang === 'zh' ? '：' : ': '}${t(`shell.grain${grain}`)}`] : []),
      ...(timed ? [against ? t('paper.against', { what: against }) : t('paper.againstNone')] : []),
      ...(only.length > 0 ? [t('paper.only', { what: only.join(t('shell.comma')) })] : []),
      ...(only.length === 0 && timed ? [t('paper.all')] : []),
    ],
    asOf: t('paper.asOf', { day: format.day(asOf) }),
    version: t('paper.version', { version: dataVersion ?? '…' }),
  };
}
