import { Link } from '@tanstack/react-router';

import { useShop } from '../../filters/shop-context.tsx';
import { useFilters } from '../../filters/use-filters.ts';
import { useFormat } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import { useDataState } from '../use-data-state.ts';
import classes from './AsOf.module.css';

/** How far the data reaches, and whether anything is missing from it. */
export function AsOf() {
  const { shop, asOf } = useShop();
  const { regions } = useFilters();
  const { t } = useText();
  const format = useFormat();
  const { waiting, failed, attention } = useDataState();
  const detail = failed
    ? t('shell.asOfFailed')
    : waiting > 0
      ? t('shell.asOfWaiting', { rows: format.count(waiting) })
      : t('shell.asOfDetail');
  return (
    <Link to="/data-health" className={classes.asof} title={`${t('shell.dataLink')}: ${detail}`}>
      <span className={classes.wide}>
        <span>
          <i data-attention={attention || undefined} />
          {t('shell.asOf')} <b>{format.day(asOf)}</b>
        </span>
        <span>
          {t('shell.comma')}
          {detail}
        </span>
        {regions.length === 0 ? (
          <span>{` · ${t('shell.ordersCount', { orders: format.count(shop.orders) })}`}</span>
        ) : null}
      </span>
      <span className={classes.narrow}>
        <i data-attention={attention || undefined} />
        {t('shell.asOfShort')} <b>{format.dayShort(asOf)}</b>
      </span>
    </Link>
  );
}
