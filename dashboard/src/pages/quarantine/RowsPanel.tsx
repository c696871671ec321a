import { Button } from '@mantine/core';
import { useState } from 'react';

import { Answered } from '../../card/States.tsx';
import { useShop } from '../../filters/shop-context.tsx';
import type { Formatter } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import { Actions } from './Actions.tsx';
import { selectionOf } from './chosen.ts';
import classes from './index.module.css';
import type { Settled } from './Outcome.tsx';
import { RefusedRows } from './RefusedRows.tsx';
import type { useQuarantine } from './use-quarantine.ts';

interface RowsPanelProps {
  told: ReturnType<typeof useQuarantine>;
  format: Formatter;
  onSettled(settled: Settled | undefined): void;
}

/** The open reason: what it means, what to do about it, and its rows. */
export function RowsPanel({ told, format, onSettled }: RowsPanelProps) {
  const { search, change, group, where, rows: query } = told;
  const { t, pick } = useText();
  const { viewer } = useShop();
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [editing, setEditing] = useState<string>();
  const rows = query.data?.pages.flatMap(({ nodes }) => nodes) ?? [];
  const total = query.data?.pages[0]?.totalCount ?? 0;
  const waits = rows.filter(({ state }) => state === 'WAITING').map(({ id }) => id);
  const acted = search.state === undefined ? selectionOf(search, group, ticked, waits) : undefined;
  return (
    <div className={classes.rows}>
      <div className={classes.head}>
        <div>
          <h3>
            {group ? pick(group.reason.title) : t('quarantine.every')} {group ? <code>{group.reason.code}</code> : null}
          </h3>
          {group ? <p>{pick(group.reason.remedy)}</p> : null}
          <p className={classes.count}>
            {t('quarantine.shown', { n: format.count(rows.length), total: format.count(total) })}
            {viewer.role === 'OPERATOR' ? null : ` · ${t('quarantine.forOperators')}`}
          </p>
        </div>
      </div>
      <Actions where={where} total={total} acted={acted} onSettled={onSettled} />
      <Answered
        query={query}
        height={320}
        empty={(data) => data.pages[0]?.nodes.length === 0}
        onWiden={() => change({ record: undefined, text: undefined })}
      >
        {() => (
          <RefusedRows
            rows={rows}
            mixed={!group}
            ticked={ticked}
            onTick={setTicked}
            editing={editing}
            onEdit={setEditing}
          />
        )}
      </Answered>
      {query.hasNextPage ? (
        <Button mt="md" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('quarantine.more')}
        </Button>
      ) : null}
    </div>
  );
}
