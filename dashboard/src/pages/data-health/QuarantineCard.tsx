import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { request } from '../../api/graphql.ts';
import { Card } from '../../card/Card.tsx';
import { Answered } from '../../card/States.tsx';
import { useShop } from '../../filters/shop-context.tsx';
import { useFormat } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import { quarantineQuery } from './queries.ts';
import classes from './QuarantineCard.module.css';
import type { FeedName } from '../../run/run.ts';
import type { Health } from './use-health.ts';

type Reason = Health['quarantine'][number];

const keyOf = (reason: Reason): string => `${reason.source} ${reason.feed} ${reason.reason.code}`;

interface QuarantineCardProps {
  reasons: readonly Reason[];
  waiting: number;
  feedName: FeedName;
}

/** Rows that were refused, by reason: nothing is dropped, each keeps its bytes, its place in the file and its remedy. */
export function QuarantineCard({ reasons, waiting, feedName }: QuarantineCardProps) {
  const { t, pick } = useText();
  const format = useFormat();
  const [chosen, setChosen] = useState<string>();
  const ranked = reasons.toSorted((a, b) => b.rows - a.rows);
  const most = ranked[0]?.rows ?? 1;
  const open = ranked.find((reason) => keyOf(reason) === chosen) ?? ranked[0];
  return (
    <Card
      title={waiting > 0 ? t('health.quarantine', { n: format.count(waiting) }) : t('health.quarantineNone')}
      sub={t('health.quarantineSub')}
    >
      {open ? (
        <div className={classes.grid}>
          <ul>
            {ranked.map((reason) => (
              <li key={keyOf(reason)}>
                <button type="button" aria-pressed={reason === open} onClick={() => setChosen(keyOf(reason))}>
                  <span>{pick(reason.reason.title)}</span>
                  <b>{format.count(reason.rows)}</b>
                  <span className={classes.track}>
                    <i style={{ width: `${(reason.rows / most) * 100}%` }} />
                  </span>
                  <em>
                    {t('health.reasonOf', {
                      feed: feedName(reason.feed),
                      day: format.day(reason.since.slice(0, 10)),
                    })}
                  </em>
                </button>
              </li>
            ))}
          </ul>
          <ReasonRows reason={open} />
        </div>
      ) : null}
    </Card>
  );
}

function ReasonRows({ reason }: { reason: Reason }) {
  const { t, pick } = useText();
  const { viewer } = useShop();
  const may = viewer.role !== 'EXECUTIVE';
  const where = { source: reason.source, feed: reason.feed, reason: reason.reason.code, state: 'WAITING' as const };
  const query = useQuery({
    queryKey: ['quarantine', where],
    queryFn: async ({ signal }) => (await request(quarantineQuery, { first: 20, where }, signal)).quarantine,
    enabled: may,
  });
  return (
    <div>
      <h3 className={classes.title}>
        {pick(reason.reason.title)} <code>{reason.reason.code}</code>
      </h3>
      <p className={classes.remedy}>{pick(reason.reason.remedy)}</p>
      {may ? (
        <Answered query={query} height={180}>
          {(page) => (
            <div className={classes.scroll}>
              <table className={classes.table}>
                <thead>
                  <tr>
                    <th>{t('health.file')}</th>
                    <th>{t('health.line')}</th>
                    <th>{t('health.field')}</th>
                    <th>{t('health.detail')}</th>
                  </tr>
                </thead>
                <tbody>
                  {page.nodes.map((row) => (
                    <tr key={row.id}>
                      <td>{row.fileName}</td>
                      <td title={t('health.byte', { offset: row.byteOffset ?? '–' })}>{row.lineNo ?? row.recordNo}</td>
                      <td>{row.field ? <mark>{row.field}</mark> : '–'}</td>
                      <td>
                        {pick(row.detail)}
                        {row.raw ? <code>{row.raw}</code> : null}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )}
        </Answered>
      ) : (
        <p className={classes.remedy}>{t('health.rowsForAnalysts')}</p>
      )}
    </div>
  );
}
