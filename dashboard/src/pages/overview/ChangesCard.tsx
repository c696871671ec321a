import { Link } from '@tanstack/react-router';

import { changeSentence } from '../../answer/index.ts';
import { Card } from '../../card/Card.tsx';
import { Pill } from '../../card/Pill.tsx';
import { Empty, Loading } from '../../card/States.tsx';
import { directionGlyph, useFormat } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import { DrillLink } from '../../metric/Drill.tsx';
import { figureData } from '../../metric/figure-data.ts';
import { changeTone, failingPart } from '../../metric/status.ts';
import type { ComparisonKind, Period } from '../../metric/types.ts';
import { Segment } from '../../shell/Segment.tsx';
import classes from './ChangesCard.module.css';
import type { Finding } from './findings.ts';

interface ChangesCardProps {
  findings: readonly Finding[] | undefined;
  against: Period | undefined;
  /** What it is ranked against, of those switched on. */
  kind: ComparisonKind | undefined;
  kinds: readonly ComparisonKind[];
  onKind(kind: ComparisonKind): void;
}

const most = 9;

const named = {
  PREVIOUS_PERIOD: 'shell.previous',
  SAME_PERIOD_LAST_YEAR: 'shell.lastYear',
  SAME_WEEKDAYS_LAST_YEAR: 'shell.sameWeekdaysShort',
  SAME_DAYS_OF_EVENT: 'overview.sameEvent',
  GIVEN_PERIOD: 'shell.compareWith',
} as const satisfies Record<ComparisonKind, string>;

/** What changed, ranked by how far beyond noise it is; what noise may have done stands last and says so. */
export function ChangesCard({ findings, against, kind, kinds, onKind }: ChangesCardProps) {
  const { t } = useText();
  const format = useFormat();
  const sub = against ? t('overview.changesSub', { days: format.dayRange(against.from, against.to) }) : undefined;
  return (
    <Card id="changes" title={t('overview.changes')} sub={sub} className={classes.card}>
      {kind !== undefined && kinds.length > 1 ? (
        <div className={classes.choice}>
          <Segment<ComparisonKind>
            label={t('overview.rankedBy')}
            value={kind}
            options={kinds.map((value) => ({ value, text: t(named[value]), title: t(named[value]) }))}
            onChange={onKind}
          />
        </div>
      ) : null}
      {kind === undefined ? (
        <Empty text={t('overview.notCompared')} />
      ) : findings === undefined ? (
        <Loading height={700} />
      ) : null}
      {findings?.length === 0 ? <Empty text={t('overview.nothingBefore')} /> : null}
      <ol className={classes.list} data-few={(findings?.length ?? 0) < 5 || undefined}>
        {findings?.slice(0, most).map((finding) => (
          <FindingRow key={`${finding.change.metric.id} ${finding.month?.from ?? ''}`} finding={finding} />
        ))}
      </ol>
    </Card>
  );
}

function FindingRow({ finding }: { finding: Finding }) {
  const { t, lang } = useText();
  const format = useFormat();
  const { change, month, late, period } = finding;
  const { title, text, evidence } = changeSentence(change, lang);
  const { comparison, metric } = change;
  return (
    <li
      data-testid="point"
      data-finding={comparison.verdict}
      data-change={String(comparison.change)}
      data-compared={comparison.period.from}
      {...figureData(metric, { value: change.value, bucket: period.from, bucketEnd: period.to })}
    >
      <b>{month ? t('overview.inMonth', { month: format.bucketShort(month.from, 'MONTH'), title }) : title}</b>
      <Pill tone={changeTone(comparison)}>
        {change.noise
          ? change.mature
            ? `≈ ${t('overview.noise')}`
            : `○ ${format.maturity(false)}`
          : `${directionGlyph(comparison.change, comparison.significant)} ${format.delta(comparison, metric)}`}
      </Pill>
      <p>
        {text}
        {late
          ? ` ${t('overview.lateWhy', { before: format.share(late.before), now: format.share(late.now), late: format.share(late.late), onTime: format.share(late.onTime) })}`
          : ''}
        {month
          ? ` ${t('overview.againstMonth', { days: format.dayRange(comparison.period.from, comparison.period.to) })}`
          : ''}
      </p>
      <div className={classes.evidence}>
        <span>{evidence}</span>
        <Way finding={finding} />
      </div>
    </li>
  );
}

/** Where a page tells more than the rows would. */
const tellsMore = [
  ['REPURCHASE_RATE_30D', { to: '/repurchase', hash: 'cohorts', text: 'overview.toRepurchase' }],
  ['DELIVERY_DAYS_MEAN', { to: '/delivery', hash: 'stages', text: 'overview.toDelivery' }],
  ['COMPLAINT_RATE', { to: '/complaints', hash: 'growing', text: 'overview.toComplaints' }],
  ['COMPLAINT_CLOSURE_IN_TIME_RATE', { to: '/complaints', hash: 'growing', text: 'overview.toComplaints' }],
  ['CSAT', { to: '/service', hash: 'hours', text: 'overview.toService' }],
  ['RESPONSE_IN_TIME_RATE', { to: '/service', hash: 'hours', text: 'overview.toService' }],
  ['BOT_CONTAINMENT_RATE', { to: '/service', hash: 'bot', text: 'overview.toService' }],
  ['NOT_AS_DESCRIBED_RATE', { to: '/products', hash: 'described', text: 'overview.toProducts' }],
  ['REFUND_AMOUNT', { to: '/returns', hash: 'cost', text: 'overview.toReturns' }],
  ['BAD_REVIEW_REPLY_HOURS_P50', { to: '/voice', hash: 'asked', text: 'overview.toVoice' }],
  ['NPS', { to: '/voice', hash: 'nps', text: 'overview.toVoice' }],
  ['LOYAL_CUSTOMER_SHARE', { to: '/membership', hash: 'loyal', text: 'overview.toMembership' }],
] as const;

/** The link names the place it opens: the slice that gave most, or the page that tells more. */
function Way({ finding: { change, period } }: { finding: Finding }) {
  const { t } = useText();
  const [first] = change.contributions;
  const { id } = change.metric;
  const page = tellsMore.find(([metric]) => metric === id)?.[1];
  if (page) {
    return (
      <Link to={page.to} hash={page.hash} className={classes.way}>
        {t(page.text)} →
      </Link>
    );
  }
  return (
    <DrillLink
      className={classes.way}
      metric={id}
      part={failingPart(change.metric)}
      period={period}
      slice={first ? [first.key] : []}
    >
      {t(failingPart(change.metric) === 'REMAINDER' ? 'overview.toMissed' : 'overview.toOrders')} →
    </DrillLink>
  );
}
