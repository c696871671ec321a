import { Link } from '@tanstack/react-router';

import ShownDrawer from '../card/ShownDrawer.tsx';
import { useShop, type Definition } from '../filters/shop-context.tsx';
import { useFormat } from '../format/index.ts';
import { useText } from '../i18n/index.ts';
import { DrillLink } from './Drill.tsx';
import type { DrawerSubject } from './drawer-context.tsx';
import { ComparisonRows } from './ComparisonRows.tsx';
import classes from './MetricDrawer.module.css';
import { WhatChanged } from './contribution/WhatChanged.tsx';
import { Revisions } from './Revisions.tsx';
import { VersionsTold } from './versions/VersionsTold.tsx';
import { pointPeriod, remainderOf } from './status.ts';

interface MetricDrawerProps {
  opened: boolean;
  onClose(): void;
  subject: DrawerSubject;
}

/** What a figure is: its definition, its two parts, what served it, and its rows. */
export default function MetricDrawer({ opened, onClose, subject }: MetricDrawerProps) {
  const { definitions } = useShop();
  const { pick } = useText();
  const definition = definitions.get(subject.metric);
  return (
    <ShownDrawer
      opened={opened}
      onClose={onClose}
      size={460}
      title={definition ? pick(definition.title) : ''}
      classNames={{ title: classes.title }}
    >
      {definition ? <DrawerBody subject={subject} definition={definition} /> : null}
    </ShownDrawer>
  );
}

function DrawerBody({ subject, definition }: { subject: DrawerSubject; definition: Definition }) {
  const { t, pick } = useText();
  const format = useFormat();
  return (
    <div className={classes.body}>
      <p className={classes.description}>{pick(definition.description)}</p>
      <Figure subject={subject} definition={definition} />
      {subject.point && !subject.point.suppressed ? (
        <WhatChanged definition={definition} point={subject.point} slice={subject.key ?? []} />
      ) : null}
      <VersionsTold
        definition={definition}
        period={subject.point && pointPeriod(subject.point)}
        slice={subject.key ?? []}
        young={subject.point?.mature === false}
      />
      {definition.notes.length > 0 ? (
        <ul className={classes.notes}>
          {definition.notes.map((note) => (
            <li key={note.en}>{pick(note)}</li>
          ))}
        </ul>
      ) : null}
      {subject.revisions && subject.revisions.length > 0 ? (
        <>
          <h3>{t('metric.revisions')}</h3>
          <Revisions definition={definition} revisions={subject.revisions} />
        </>
      ) : null}
      <h3>{t('metric.definition')}</h3>
      <Facts definition={definition} />
      <Link to="/guide" search={{ metric: definition.id }} className={classes.way}>
        {t('metric.howReckoned')}
      </Link>
      <Link to="/lineage" search={{ metric: definition.id }} className={classes.way}>
        {t('metric.whereFrom')}
      </Link>
      {subject.explain ? (
        <>
          <h3>{t('metric.servedBy')}</h3>
          <p className={classes.served}>
            <code>{subject.explain.servedBy}</code>
            {pick(subject.explain.reason)}
          </p>
          {(subject.explain.reads ?? []).map(({ relation, rows }) => (
            <p key={relation} className={classes.served}>
              {t('metric.reads', { relation, rows: format.count(rows) })}
            </p>
          ))}
          {subject.explain.slicesAddUp ? null : <p className={classes.served}>{t('metric.slicesOverlap')}</p>}
          {subject.explain.unidentifiedOrders ? (
            <p className={classes.served}>{t('metric.unidentified', { orders: subject.explain.unidentifiedOrders })}</p>
          ) : null}
        </>
      ) : null}
    </div>
  );
}

function Figure({ subject, definition }: { subject: DrawerSubject; definition: Definition }) {
  const { point, key } = subject;
  const { t, pick } = useText();
  const { shop } = useShop();
  const format = useFormat();
  if (!point) return null;
  const measure = { ...definition, currency: shop.currency };
  const rest = remainderOf(point);
  const rows = { metric: definition.id, period: pointPeriod(point), slice: key };
  return (
    <>
      <div className={classes.figure}>
        <b>{format.exact(point.value, measure)}</b>
        <span>
          {[
            format.dayRange(point.bucket, point.bucketEnd),
            ...(key ?? []).map((each) => pick(each.label)),
            ...(point.approximate ? [t('metric.approximate')] : []),
          ].join(' · ')}
        </span>
      </div>
      <dl className={classes.parts}>
        {definition.denominator ? (
          <div>
            <dt>{pick(definition.numerator)}</dt>
            <dd>{format.count(point.numerator)}</dd>
            <DrillLink {...rows} part="NUMERATOR" />
          </div>
        ) : null}
        <div>
          <dt>{pick(definition.denominator ?? definition.numerator)}</dt>
          <dd>{format.count(definition.denominator ? point.denominator : point.sample)}</dd>
          <DrillLink {...rows} part="DENOMINATOR" />
        </div>
        {definition.kind === 'RATIO' && rest !== null ? (
          <div>
            <dt>{t('metric.remainder')}</dt>
            <dd>{format.count(rest)}</dd>
            <DrillLink {...rows} part="REMAINDER" />
          </div>
        ) : null}
        {point.interval ? (
          <div>
            <dt>{t('metric.interval')}</dt>
            <dd>{format.interval(point.interval, measure)}</dd>
            <span>{point.interval.method}</span>
          </div>
        ) : null}
      </dl>
      <ComparisonRows comparisons={point.comparisons} measure={measure} />
    </>
  );
}

function Facts({ definition }: { definition: Definition }) {
  const { t } = useText();
  const { shop } = useShop();
  const format = useFormat();
  const measure = { ...definition, currency: shop.currency };
  const { target } = definition;
  const facts: [string, string][] = [
    [t('metric.clock'), t(`metric.clock${definition.clock}`)],
    [t('metric.polarity'), t(`metric.polarity${definition.polarity}`)],
    [
      t('metric.target'),
      target
        ? `${target.condition === 'AT_MOST' ? '≤' : '≥'} ${format.trimmed(target.value, measure)}`
        : t('metric.noTarget'),
    ],
    [
      t('metric.matures'),
      definition.maturesAfterDays > 0
        ? t('metric.maturesDays', { days: definition.maturesAfterDays })
        : t('metric.maturesAtOnce'),
    ],
    [t('metric.minSample'), format.count(definition.minSample)],
    [t('metric.version'), `v${definition.version} · ${format.day(definition.since)} · ${definition.owner}`],
    [t('metric.id'), definition.id],
  ];
  return (
    <dl className={classes.facts}>
      {facts.map(([term, value]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
