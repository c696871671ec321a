import { useNavigate } from '@tanstack/react-router';

import type { MetricPart } from '../../gql/graphql.ts';
import { useShop } from '../../filters/shop-context.tsx';
import { useText } from '../../i18n/index.ts';
import { Segment } from '../../shell/Segment.tsx';
import classes from './Chips.module.css';
import type { OrdersSearch } from './search.ts';

/** Which rows these are: the figure, which part of it, the slice; each part can be changed or taken away. */
export function Chips({ search }: { search: OrdersSearch }) {
  const { t, pick } = useText();
  const { definitions } = useShop();
  const navigate = useNavigate();
  const definition = search.behind ? definitions.get(search.behind) : undefined;
  const change = (next: Partial<OrdersSearch>) =>
    void navigate({ to: '/orders', search: (now: OrdersSearch) => ({ ...now, ...next }) });
  return (
    <div className={classes.chips}>
      {definition?.denominator ? (
        <Segment<MetricPart>
          label={t('orders.part')}
          value={search.part ?? 'DENOMINATOR'}
          options={[
            { value: 'DENOMINATOR', text: pick(definition.denominator), title: t('card.denominator') },
            { value: 'NUMERATOR', text: pick(definition.numerator), title: t('card.numerator') },
            ...(definition.kind === 'RATIO'
              ? [{ value: 'REMAINDER' as const, text: t('orders.remainder'), title: t('orders.remainder') }]
              : []),
          ]}
          onChange={(part) => change({ part })}
        />
      ) : null}
      {(search.slice ?? []).map((slice) => (
        <button
          key={slice}
          type="button"
          className={classes.chip}
          onClick={() => change({ slice: search.slice?.filter((each) => each !== slice) })}
        >
          {slice.slice(slice.indexOf(':') + 1) || '–'} <span aria-label={t('shell.clear')}>×</span>
        </button>
      ))}
      {search.behind || search.oddity ? (
        <button
          type="button"
          className={classes.chip}
          onClick={() =>
            change({
              behind: undefined,
              part: undefined,
              slice: undefined,
              rowsFrom: undefined,
              rowsTo: undefined,
              oddity: undefined,
            })
          }
        >
          {definition ? pick(definition.title) : t('orders.oddity')} <span aria-label={t('shell.clear')}>×</span>
        </button>
      ) : null}
      <Segment
        label={t('orders.sort')}
        value={search.sort ?? 'ORDERED_AT'}
        options={[
          { value: 'ORDERED_AT', text: t('orders.newest'), title: t('orders.newest') },
          { value: 'DELAY_DAYS', text: t('orders.latest'), title: t('orders.latest') },
          { value: 'PAID', text: t('orders.dearest'), title: t('orders.dearest') },
        ]}
        onChange={(sort) => change({ sort: sort === 'ORDERED_AT' ? undefined : sort })}
      />
    </div>
  );
}
