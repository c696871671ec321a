import { useNavigate } from '@tanstack/react-router';

import { useText } from '../../i18n/index.ts';
import { Chip, RowsChips } from '../../metric/RowsChips.tsx';
import { useSliceNames } from '../../metric/use-dimensions.ts';
import { Segment } from '../../shell/Segment.tsx';
import { journeyPath, pathSays } from './path.ts';
import type { OrdersSearch } from './search.ts';

/** The figure and slice these orders stand behind, an oddity of the data, and their order. */
export function Chips({ search }: { search: OrdersSearch }) {
  const { t } = useText();
  const navigate = useNavigate();
  const pathName = usePathName(search.path);
  const change = (next: { [Key in keyof OrdersSearch]?: OrdersSearch[Key] | undefined }) =>
    void navigate({ to: '/orders', search: { ...search, ...next } });
  return (
    <RowsChips search={search} onChange={change}>
      {search.oddity ? <Chip onRemove={() => change({ oddity: undefined })}>{t('orders.oddity')}</Chip> : null}
      {search.path ? <Chip onRemove={() => change({ path: undefined })}>{pathName}</Chip> : null}
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

/** "First or repeat: first → Late → Complained". */
function usePathName(stages: readonly string[] | undefined): string {
  const { t } = useText();
  const { slice, codes } = pathSays(journeyPath(stages));
  const names = useSliceNames(slice ? [slice] : []);
  return [...names, ...codes.map((code) => t(`flow.value_${code as 'late'}`))].join(' → ');
}
