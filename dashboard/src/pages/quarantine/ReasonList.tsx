import { useEffect, useRef } from 'react';

import { useFormat } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import { ReasonShare } from '../../run/ReasonShare.tsx';
import { EVERY, keyOf } from './chosen.ts';
import classes from './ReasonList.module.css';
import type { ChangeSearch, Reason } from './use-quarantine.ts';

interface ReasonListProps {
  groups: readonly Reason[];
  open: Reason | undefined;
  total: number;
  change: ChangeSearch;
  feedName(feed: string): string;
}

/** Why rows were refused, most rows first; one reason is open at a time, or all of them. */
export function ReasonList({ groups, open, total, change, feedName }: ReasonListProps) {
  const { t, pick } = useText();
  const format = useFormat();
  const most = groups[0]?.rows ?? 1;
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => inSight(list.current), []);
  return (
    <nav aria-label={t('quarantine.reasons')}>
      <ul ref={list} className={classes.list}>
        {groups.length > 1 ? (
          <li>
            <button type="button" aria-pressed={open === undefined} onClick={() => change({ open: EVERY })}>
              <span>{t('quarantine.every')}</span>
              <b>{format.count(total)}</b>
            </button>
          </li>
        ) : null}
        {groups.map((group) => (
          <li key={keyOf(group)}>
            <button
              type="button"
              aria-pressed={group === open}
              data-testid="reason"
              onClick={() => change({ open: keyOf(group) })}
            >
              <span>{pick(group.reason.title)}</span>
              <ReasonShare rows={group.rows} most={most} feed={feedName(group.feed)} since={group.since}>
                {group.corrected > 0
                  ? ` · ${t('quarantine.correctedWaits', { n: format.count(group.corrected) })}`
                  : null}
              </ReasonShare>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** An address may open a reason far down: the list, not the page, is scrolled to it. */
function inSight(list: HTMLUListElement | null): void {
  const open = list?.querySelector('[aria-pressed="true"]');
  if (!list || !open) return;
  const below = open.getBoundingClientRect().bottom - list.getBoundingClientRect().bottom;
  if (below > 0) list.scrollTop += below + open.clientHeight;
}
