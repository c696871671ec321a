import { cutKey } from '../filters/cuts.ts';
import { hasRegions, isCut, usePageFilters } from '../filters/page-filters.ts';
import { useFilters } from '../filters/use-filters.ts';
import { useText } from '../i18n/index.ts';
import { useSliceNames } from './use-dimensions.ts';

/** On a card whose question knows none of the page's cuts: that they do not hold here. Nothing where nothing is cut. */
export function Uncut() {
  const { cuts, regions } = useFilters();
  const { t } = useText();
  const filters = usePageFilters();
  const names = useSliceNames([
    ...(hasRegions(filters) ? regions.map((code) => cutKey('REGION', code)) : []),
    ...(isCut(filters) ? cuts.flatMap(({ dimension, values }) => values.map((value) => cutKey(dimension, value))) : []),
  ]);
  if (names.length === 0) return null;
  return <span data-testid="uncut">{t('views.uncutCard', { names: names.join(t('shell.comma')) })}</span>;
}
