import { Skeleton } from '@mantine/core';
import { useEffect, useState } from 'react';

import { useShop } from '../filters/shop-context.tsx';
import { useFormat } from '../format/index.ts';
import { useText, type TextKey } from '../i18n/index.ts';
import classes from './AnswerComing.module.css';

/** Nobody reads of work that is done within it. */
const NOTICED_MS = 1000;

export type Work = Extract<TextKey, `card.work.${string}`> extends `card.work.${infer Name}` ? Name : never;

function useIsLate(): boolean {
  const [isLate, setIsLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsLate(true), NOTICED_MS);
    return () => clearTimeout(timer);
  }, []);
  return isLate;
}

interface AnswerComingProps {
  work: Work;
  /** One that failed is worked on no more. */
  query: { error: unknown };
  /** Of a card's answer; without it there is room for a page's. */
  height?: number;
}

/** The room of an answer that is still worked out: where that takes longer than a moment it says what is done, and with how many orders. */
export function AnswerComing({ work, query, height }: AnswerComingProps) {
  const { t } = useText();
  const format = useFormat();
  const { shop } = useShop();
  const isLate = useIsLate();
  const says = isLate && !query.error;
  return (
    <div className={classes.room} data-card={height !== undefined || undefined} aria-busy={!query.error}>
      <Skeleton height={height ?? 66} data-state={height === undefined ? undefined : 'loading'} />
      <p role="status">{says ? t(`card.work.${work}`, { orders: format.count(shop.orders) }) : ''}</p>
    </div>
  );
}
