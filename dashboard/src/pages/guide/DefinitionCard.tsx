import { Link } from '@tanstack/react-router';

import { Card } from '../../card/Card.tsx';
import { Facts } from '../../card/Facts.tsx';
import { Rows } from '../../card/Rows.tsx';
import { useShop, type Definition } from '../../filters/shop-context.tsx';
import { useFormat } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import classes from './index.module.css';
import { useDimensions } from '../../metric/use-dimensions.ts';
import type { Guide } from './use-guide.ts';

/** Clock, target, maturity, versions; and what it is read from. */
export function DefinitionCard({ definition, guide }: { definition: Definition; guide: Guide }) {
  const { t, pick } = useText();
  const { shop } = useShop();
  const format = useFormat();
  const measure = { ...definition, currency: shop.currency };
  const { target } = definition;
  const sign = target?.condition === 'AT_MOST' ? '≤' : '≥';
  const days = definition.maturesAfterDays;
  return (
    <>
      <Card title={t('metric.definition')} sub={pick(definition.title)}>
        <Facts
          facts={[
            [t('guide.rowsCounted'), pick(guide.rows)],
            [t('guide.clock'), pick(guide.datedBy)],
            [t('guide.target'), target ? `${sign} ${format.trimmed(target.value, measure)}` : t('metric.noTarget')],
            [t('guide.matures'), days > 0 ? t('metric.maturesDays', { days }) : t('metric.maturesAtOnce')],
            [t('guide.minSample'), format.count(definition.minSample)],
            [t('guide.owner'), definition.owner],
          ]}
        />
        <h3 className={classes.label}>{t('guide.cut')}</h3>
        <Dimensions codes={definition.dimensions} />
        <h3 className={classes.label}>{t('guide.versions')}</h3>
        <ul className={classes.list}>
          {guide.versions.map(({ version, since, until, description, replaced }) => (
            <li key={version}>
              <b>v{version}</b> ·{' '}
              {until
                ? t('guide.sinceUntil', { day: format.day(since), until: format.day(until) })
                : t('guide.since', { day: format.day(since) })}{' '}
              · {pick(description)}
              {replaced ? <small className={classes.replaced}>{pick(replaced)}</small> : null}
            </li>
          ))}
        </ul>
      </Card>
      <Card title={t('guide.sources')} sub={t('guide.sourcesSub')}>
        <Rows
          columns={[{ label: t('lineage.feeds') }, { label: t('guide.needed') }]}
          rows={guide.readFrom.map(({ feed, tells }) => ({
            key: feed,
            cells: [<code key="feed">core.{feed}</code>, tells.map(({ label }) => pick(label)).join(t('guide.comma'))],
          }))}
        />
        <Link to="/lineage" search={{ metric: definition.id }} className={classes.way}>
          {t('metric.whereFrom')}
        </Link>
      </Card>
    </>
  );
}

/** By name; what a name leaves open stands behind it. */
function Dimensions({ codes }: { codes: Definition['dimensions'] }) {
  const { pick } = useText();
  const known = useDimensions();
  return (
    <ul className={classes.dimensions} data-testid="guide-dimensions">
      {codes.map((code) => {
        const dimension = known.get(code);
        return (
          <li key={code} title={dimension ? pick(dimension.description) : undefined}>
            {dimension ? pick(dimension.title) : ''}
          </li>
        );
      })}
    </ul>
  );
}
