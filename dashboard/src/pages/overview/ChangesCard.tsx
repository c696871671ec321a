import { Link } from '@tanstack/react-router';

import { changeSentence } from '../../answer/index.ts';
import { Card } from '../../card/Card.tsx';
import { Pill } from '../../card/Pill.tsx';
import { Empty, Loading } from '../../card/States.tsx';
import { directionGlyph, useFormat } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import type { Change } from '../../metric/change.ts';
import { DrillLink } from '../../metric/Drill.tsx';
import { changeTone } from '../../metric/status.ts';
import type { Period } from '../../metric/types.ts';
import classes from './ChangesCard.module.css';

interface ChangesCardProps {
  changes: readonly Change[] | undefined;
  against: Period | undefined;
  period: Period;
  compared: boolean;
}

/** What changed against the comparison, ranked by how far beyond noise it is; what noise may have done stands last and says so. */
export function ChangesCard({ changes, against, period, compared }: ChangesCardProps) {
  const { t } = useText();
  const format = useFormat();
  const sub = against ? t('overview.changesSub', { days: format.dayRange(against.from, against.to) }) : undefined;
  return (
    <Card title={t('overview.changes')} sub={sub} className={classes.card}>
      {!compared ? <Empty text={t('overview.notCompared')} /> : changes === undefined ? <Loading height={520} /> : null}
      {changes?.length === 0 ? <Empty text={t('overview.nothingBefore')} /> : null}
      <ol className={classes.list}>
        {changes?.slice(0, 6).map((change) => (
          <ChangeRow key={change.metric.id} change={change} period={period} />
        ))}
      </ol>
    </Card>
  );
}

function ChangeRow({ change, period }: { change: Change; period: Period }) {
  const { t, lang } = useText();
  const format = useFormat();
  const { title, text, evidence } = changeSentence(change, lang);
  const { comparison, metric } = change;
  return (
    <li>
      <b>{title}</b>
      <Pill tone={changeTone(comparison)}>
        {change.noise
          ? `≈ ${t('overview.noise')}`
          : `${directionGlyph(comparison.change, comparison.significant)} ${format.delta(comparison, metric)}`}
      </Pill>
      <p>{text}</p>
      <div className={classes.evidence}>
        <span>{evidence}</span>
        <Way change={change} period={period} />
      </div>
    </li>
  );
}

/** The link names the place it opens: the slice that gave most, or the page that tells more. */
function Way({ change, period }: { change: Change; period: Period }) {
  const { t, pick } = useText();
  const [first] = change.contributions;
  if (change.metric.id.startsWith('REPURCHASE') || change.metric.id.startsWith('REPEAT')) {
    return (
      <Link to="/repurchase" className={classes.way}>
        {t('overview.toRepurchase')} →
      </Link>
    );
  }
  if (change.metric.id === 'DELIVERY_DAYS_P50') {
    return (
      <Link to="/delivery" className={classes.way}>
        {t('overview.toDelivery')} →
      </Link>
    );
  }
  return (
    <DrillLink className={classes.way} metric={change.metric.id} period={period} slice={first ? [first.key] : []}>
      {first ? t('overview.toOrdersOf', { region: pick(first.key.label) }) : t('overview.toOrders')} →
    </DrillLink>
  );
}
