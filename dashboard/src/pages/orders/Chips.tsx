import { useNavigate } from '@tanstack/react-router';

import { useText } from '../../i18n/index.ts';
import { Chip, RowsChips } from '../../metric/RowsChips.tsx';
import { Segment } from '../../shell/Segment.tsx';
import type { OrdersSearch } from './search.ts';

/** The figure and slice these orders stand behind, an oddity of the data, and their order. */
export function Chips({ search }: { search: OrdersSearch }) {
  const { t } = useText();
  const navigate = useNavigate();
  const change = (next: { [Key in keyof OrdersSearch]?: OrdersSearch[Key] | undefined }) =>
    void navigate({ to: '/orders', search: { ...search, ...next } });
  return (
    <RowsChips search={search} onChange={change}>
      {search.oddity ? <Chip onRemove={() => change({ oddity: undefined })}>{t('orders.oddity')}</Chip> : null}
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
    </RowsChips>
  );
}
