import { Link } from '@tanstack/react-router';

import { Card } from '../../card/Card.tsx';
import { useShop } from '../../filters/shop-context.tsx';
import { useFormat } from '../../format/index.ts';
import type { RunQuery } from '../../gql/graphql.ts';
import { useText } from '../../i18n/index.ts';
import { drillSearch, useMayDrill } from '../../metric/Drill.tsx';
import { rowsPage } from '../../metric/rows-page.ts';
import classes from './lists.module.css';

/** The closed months that read differently since this run, each with the rows that did it. */
export function MovedCard({ changes, runId }: { changes: RunQuery['figureChanges']; runId: string }) {
  const { t, pick } = useText();
  const { definitions } = useShop();
  const format = useFormat();
  const may = useMayDrill();
  return (
    <Card title={t('runs.moved')} sub={t('runs.movedSub')}>
      {changes.nodes.length === 0 ? <p className={classes.none}>{t('runs.movedNone')}</p> : null}
      <ul className={classes.list}>
        {changes.nodes.map((change) => (
          <li key={change.id}>
            <span>
              {pick(change.metric.title)}
              <small> {format.dayRange(change.month.from, change.month.to)}</small>
            </span>
            <span>
              <s>{format.exact(change.before.value, change.metric)}</s> →{' '}
              <b>{format.exact(change.after.value, change.metric)}</b>{' '}
              {may && rowsPage(definitions.get(change.metric.id), 'DENOMINATOR') === '/orders' ? (
                <Link
                  to="/orders"
                  search={{
                    ...drillSearch({ metric: change.metric.id, part: 'DENOMINATOR', period: change.month }),
                    broughtBy: runId,
                  }}
                >
                  {t('runs.seeRows')}
                </Link>
              ) : null}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
