import { Link } from '@tanstack/react-router';

import { Card } from '../../card/Card.tsx';
import { Answered } from '../../card/States.tsx';
import { ChangedRows } from '../../figure-change/ChangedRows.tsx';
import type { ChangeLine } from '../../figure-change/change-line.ts';
import { useFormat } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import classes from './Loads.module.css';
import type { useMoved } from './use-loads.ts';

/** The latest published figures that a later load moved. */
export function ChangedCard({ query }: { query: ReturnType<typeof useMoved> }) {
  const { t } = useText();
  const format = useFormat();
  const total = query.data?.totalCount ?? 0;
  return (
    <Card
      title={t('loads.changed')}
      sub={t('loads.changedSub')}
      actions={total > 0 ? <Link to="/changes">{t('loads.changedAll', { n: format.count(total) })}</Link> : null}
    >
      <Answered query={query} height={150}>
        {(changes) =>
          changes.nodes.length === 0 ? (
            <p className={classes.none}>{t('loads.changedNone')}</p>
          ) : (
            <ul className={classes.list}>
              {changes.nodes.map((change) => (
                <ChangeItem key={change.id} change={change} />
              ))}
            </ul>
          )
        }
      </Answered>
    </Card>
  );
}

function ChangeItem({ change }: { change: ChangeLine }) {
  const { t, pick } = useText();
  const format = useFormat();
  return (
    <li className={classes.change}>
      <b>
        {pick(change.metric.title)}, {format.dayRange(change.month.from, change.month.to, true)}
      </b>
      <span>
        <s>{format.exact(change.before.value, change.metric)}</s> →{' '}
        <b>{format.exact(change.after.value, change.metric)}</b>
      </span>
      <small>
        {pick(change.causeTitle)} ·{' '}
        <Link to="/runs/$id" params={{ id: change.runId }} className={classes.way}>
          {t('loads.run', { id: change.runId })}
        </Link>
      </small>
      <ChangedRows change={change} className={classes.way} />
    </li>
  );
}
