import { useIsFetching, useQueryClient } from '@tanstack/react-query';

import { isCut, usePageFilters } from '../../filters/page-filters.ts';
import { cutKey } from '../../filters/cuts.ts';
import { useShop } from '../../filters/shop-context.tsx';
import { useFilters } from '../../filters/use-filters.ts';
import type { MetricsQueryVariables } from '../../gql/graphql.ts';
import { useText } from '../../i18n/index.ts';
import { useSliceNames } from '../../metric/use-dimensions.ts';
import { Chip } from './Chip.tsx';
import classes from './CutChips.module.css';

/** What clicks on marks left over, each to be taken away again, and the figures of the page that it does not reach. */
export function CutChips() {
  const { cuts, set } = useFilters();
  const { t } = useText();
  const holds = isCut(usePageFilters());
  const keys = cuts.flatMap(({ dimension, values }) => values.map((value) => cutKey(dimension, value)));
  const names = useSliceNames(keys);
  if (!holds || keys.length === 0) return null;
  const without = (key: string) => keys.filter((each) => each !== key);
  return (
    <div className={classes.line} role="group" aria-label={t('views.cuts')} data-testid="cuts">
      <span className={classes.lead}>{t('views.only')}</span>
      {keys.map((key, at) => (
        <Chip
          key={key}
          aria-label={t('views.takeAway', { what: names[at] ?? key })}
          onClick={() => set({ cut: without(key).length > 0 ? without(key) : undefined })}
        >
          {names[at]} <span aria-hidden>×</span>
        </Chip>
      ))}
      <Unreached />
    </div>
  );
}

function Unreached() {
  const { cuts } = useFilters();
  const { definitions } = useShop();
  const { t, pick } = useText();
  const client = useQueryClient();
  useIsFetching();
  const asked = client
    .getQueryCache()
    .findAll({ queryKey: ['metrics'], type: 'active' })
    .flatMap(({ queryKey }) => (queryKey.slice(1) as MetricsQueryVariables[]).flatMap(({ metrics }) => metrics));
  const missed = [...new Set([asked].flat(2))].filter((metric) => {
    const carried = definitions.get(metric)?.dimensions ?? [];
    return cuts.some(({ dimension }) => !carried.some((each) => each === dimension));
  });
  if (missed.length === 0) return null;
  const names = missed.flatMap((metric) => definitions.get(metric) ?? []).map(({ title }) => pick(title));
  return (
    <span className={classes.missed} title={names.join(t('shell.comma'))}>
      {t('views.unreached', { names: names.slice(0, 3).join(t('shell.comma')), n: names.length })}
      {names.length > 3 ? ` ${t('views.andMore', { n: names.length - 3 })}` : ''}
    </span>
  );
}
