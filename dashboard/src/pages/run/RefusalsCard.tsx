import { Link } from '@tanstack/react-router';

import { Card } from '../../card/Card.tsx';
import { Rows } from '../../card/Rows.tsx';
import { useFormat } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import { useMayDrill } from '../../metric/Drill.tsx';
import type { FeedName } from '../../run/run.ts';
import type { RunDetail } from './index.tsx';
import classes from './lists.module.css';

/** Why it refused rows, whatever has become of them since. */
export function RefusalsCard({ run, feedName }: { run: RunDetail; feedName: FeedName }) {
  const { t, pick } = useText();
  const format = useFormat();
  const may = useMayDrill();
  return (
    <Card title={t('runs.refusals')} sub={t('runs.refusalsSub')}>
      <Rows
        columns={[{ label: t('health.detail') }, { label: t('health.feed') }, { label: t('health.rows'), right: true }]}
        rows={run.quarantineReasons.map(({ reason, feed, rows }) => ({
          key: `${feed} ${reason.code}`,
          cells: [
            may ? (
              <Link
                key="rows"
                to="/quarantine"
                search={{ run: run.id, source: run.source, feed, reason: reason.code }}
                className={classes.way}
              >
                {pick(reason.title)} →
              </Link>
            ) : (
              pick(reason.title)
            ),
            feedName(feed),
            format.count(rows),
          ],
        }))}
        empty={t('runs.refusalsNone')}
      />
    </Card>
  );
}
