import type { ReactNode } from 'react';

import { useShop } from '../filters/shop-context.tsx';
import { useFormat } from '../format/index.ts';
import { useText } from '../i18n/index.ts';
import { lengthOf } from '../metric/reckon.ts';
import classes from './ReasonShare.module.css';

interface ReasonShareProps {
  rows: number;
  /** Of the reason with most rows: the bars of a list are parts of it. */
  most: number;
  /** The feed's name. */
  feed: string;
  since: string;
  /** What else is said behind whose they are. */
  children?: ReactNode;
}

/** Behind a reason's name, in a grid of two columns: its rows as a number and a bar, and whose they are. */
export function ReasonShare({ rows, most, feed, since, children }: ReasonShareProps) {
  const { t } = useText();
  const { shop } = useShop();
  const format = useFormat();
  return (
    <>
      <b className={classes.rows}>{format.count(rows)}</b>
      <span className={classes.track}>
        <i style={{ width: lengthOf(rows, most) }} />
      </span>
      <em className={classes.whose}>
        {t('health.reasonOf', { feed, day: format.momentDay(since, shop.zone) })}
        {children}
      </em>
    </>
  );
}
