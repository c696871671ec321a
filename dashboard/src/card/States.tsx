import { Button, Skeleton } from '@mantine/core';
import type { ReactNode } from 'react';

import { isForbidden } from '../api/graphql.ts';
import { useText } from '../i18n/index.ts';
import classes from './States.module.css';

/** As tall as what will stand here, so that nothing jumps. */
export function Loading({ height }: { height: number }) {
  const { t } = useText();
  return <Skeleton height={height} data-state="loading" aria-busy aria-label={t('card.loading')} />;
}

interface EmptyProps {
  text?: string;
  hint?: string;
  action?: string;
  onAction?: () => void;
  height?: number;
}

export function Empty({ text, hint, action, onAction, height }: EmptyProps) {
  const { t } = useText();
  return (
    <div className={classes.state} style={{ minHeight: height }} data-state="empty" role="status">
      <p>{text ?? t('card.empty')}</p>
      {hint ? <small>{hint}</small> : null}
      {action && onAction ? <Button onClick={onAction}>{action}</Button> : null}
    </div>
  );
}

interface FailureProps {
  error: unknown;
  onRetry(): void;
  height?: number;
}

/** What failed, what still holds, and the way on; the server's own sentence is kept, since it names the remedy. */
export function Failure({ error, onRetry, height }: FailureProps) {
  const { t } = useText();
  const forbidden = isForbidden(error);
  return (
    <div className={classes.state} style={{ minHeight: height }} data-state="error" role="alert">
      <p>{t(forbidden ? 'card.forbidden' : 'card.failed')}</p>
      {!forbidden && error instanceof Error ? <small>{error.message}</small> : null}
      {forbidden ? null : <Button onClick={onRetry}>{t('card.retry')}</Button>}
    </div>
  );
}

/** The figure stays; the amber dot says what is missing from it. */
export function Partial({ children }: { children: ReactNode }) {
  return (
    <p className={classes.partial} data-state="partial" role="status">
      <i />
      {children}
    </p>
  );
}

interface Answering<Data> {
  data: Data | undefined;
  error: unknown;
  isPlaceholderData: boolean;
  refetch(): unknown;
}

/** What is there is too little of to be told to this reader. */
export type Nothing = boolean | 'hidden';

interface AnsweredProps<Data> {
  query: Answering<Data>;
  height: number;
  /** In place of one grey block: the shape of what will stand here. */
  room?: ReactNode;
  /** Whether there is nothing to show: because nothing is there, or because all of it is hidden. */
  empty?: (data: Data) => Nothing;
  onWiden?: () => void;
  children(data: Data): ReactNode;
}

/** The four states of whatever an answer feeds; figures of the last answer stay, dimmed, while the next one is on its way. */
export function Answered<Data>({ query, height, room, empty, onWiden, children }: AnsweredProps<Data>) {
  const { t } = useText();
  const { data, error, isPlaceholderData } = query;
  if (data === undefined && error)
    return <Failure error={error} height={height} onRetry={() => void query.refetch()} />;
  if (data === undefined) return room ?? <Loading height={height} />;
  const nothing = empty?.(data) ?? false;
  if (nothing !== false)
    return (
      <Empty
        text={nothing === 'hidden' ? t('card.hidden') : undefined}
        height={height}
        action={onWiden ? t('card.widen') : undefined}
        onAction={onWiden}
      />
    );
  return (
    <div className={classes.answered} data-stale={isPlaceholderData || undefined}>
      {error ? <Partial>{t('card.failedStale')}</Partial> : null}
      {children(data)}
    </div>
  );
}
