import { useShop } from '../../filters/shop-context.tsx';
import { useFilters } from '../../filters/use-filters.ts';
import { useText } from '../../i18n/index.ts';
import { Choice } from './Choice.tsx';

/** Another shop has other days and regions: the filters that name them are dropped. */
export function ShopControl({ plain = false }: { plain?: boolean }) {
  const { shops, shop } = useShop();
  const { set } = useFilters();
  const { t, pick } = useText();
  if (shops.length < 2) return null;
  return (
    <Choice
      plain={plain}
      lead={plain ? undefined : t('shell.shop')}
      label={`${t('shell.shop')}: ${pick(shop.title)}`}
      text={pick(shop.title)}
      value={shop.code}
      options={shops.map((each) => ({ value: each.code, text: pick(each.title) }))}
      onChange={(code) => set({ shop: code, from: undefined, to: undefined, region: undefined })}
    />
  );
}
