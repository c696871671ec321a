import { Link } from '@tanstack/react-router';

import { Card } from '../../card/Card.tsx';
import { useFormat } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import { useMayDrill } from '../../metric/Drill.tsx';
import { mostFirst } from '../../metric/reckon.ts';
import classes from './QuarantineCard.module.css';
import { ReasonShare } from '../../run/ReasonShare.tsx';
import type { FeedName } from '../../run/run.ts';
import type { Health } from './use-health.ts';

type Reason = Health['quarantine'][number];

/** As many as tell the story; the page has them all. */
const SHOWN = 8;

interface QuarantineCardProps {
  reasons: readonly Reason[];
  waiting: number;
  feedName: FeedName;
}

/** Why rows were refused, most first; the rows themselves, and what can be done about them, have a page of their own. */
export function QuarantineCard({ reasons, waiting, feedName }: QuarantineCardProps) {
  const { t } = useText();
  const format = useFormat();
  const may = useMayDrill();
  const ranked = mostFirst(reasons, ({ rows }) => rows);
  const most = ranked[0]?.rows ?? 1;
  return (
    <Card
      title={waiting > 0 ? t('health.quarantine', { n: format.count(waiting) }) : t('health.quarantineNone')}
      sub={t('health.quarantineSub')}
      actions={may ? <Link to="/quarantine">{t('loads.allRefused', { n: format.count(ranked.length) })}</Link> : null}
      note={may || waiting === 0 ? null : t('health.rowsForAnalysts')}
    >
      <ul className={classes.list}>
        {ranked.slice(0, SHOWN).map((reason) => (
          <li key={`${reason.source} ${reason.feed} ${reason.reason.code}`}>
            <ReasonLine reason={reason} most={most} may={may} feedName={feedName} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

interface ReasonLineProps {
  reason: Reason;
  most: number;
  may: boolean;
  feedName: FeedName;
}

function ReasonLine({ reason, most, may, feedName }: ReasonLineProps) {
  const { pick } = useText();
  const { source, feed } = reason;
  const { code, title } = reason.reason;
  return (
    <>
      {may ? (
        <Link to="/quarantine" search={{ open: `${source}/${feed}/${code}` }} className={classes.name}>
          {pick(title)}
        </Link>
      ) : (
        <span className={classes.name}>{pick(title)}</span>
      )}
      <ReasonShare rows={reason.rows} most={most} feed={feedName(feed)} since={reason.since} />
    </>
  );
}
