import { Card } from '../../card/Card.tsx';
import { useShop, type Definition } from '../../filters/shop-context.tsx';
import { useFormat } from '../../format/index.ts';
import type { LineageQuery } from '../../gql/graphql.ts';
import { useText } from '../../i18n/index.ts';
import classes from './ChainCard.module.css';
import type { Feed } from './use-lineage.ts';

interface ChainProps {
  definition: Definition;
  relations: LineageQuery['lineage']['relations'];
  feeds: readonly Feed[];
}

/** The whole way in one line: figure, counted rows, feeds, each with those who bring it. */
export function ChainCard({ definition, relations, feeds }: ChainProps) {
  const { t, pick } = useText();
  return (
    <Card title={t('lineage.chain')} sub={t('lineage.chainSub')}>
      <div className={classes.chain}>
        <section>
          <h3>{t('lineage.figure')}</h3>
          <div className={classes.box} data-first>
            <b>{pick(definition.title)}</b>
            <code>{definition.id}</code>
          </div>
        </section>
        <section>
          <h3>{t('lineage.counted')}</h3>
          {relations.map((relation) => (
            <div key={relation.kind} className={classes.box}>
              <b>{pick(relation.rows)}</b>
              <code>{relation.relation}</code>
            </div>
          ))}
        </section>
        <section className={classes.ends}>
          <div className={classes.heads}>
            <h3>{t('lineage.feeds')}</h3>
            <h3>{t('lineage.sources')}</h3>
          </div>
          {feeds.map((feed) => (
            <FeedLine key={feed.feed} feed={feed} />
          ))}
        </section>
      </div>
    </Card>
  );
}

function FeedLine({ feed }: { feed: Feed }) {
  const { t, pick } = useText();
  const { shop } = useShop();
  const format = useFormat();
  return (
    <div className={classes.line} data-testid="lineage-feed">
      <a href={`#${feed.feed}`} className={classes.box}>
        <b>{pick(feed.title)}</b>
        <code>{feed.relation}</code>
      </a>
      <div className={classes.sources}>
        {feed.sources.length === 0 ? (
          <div className={classes.box} data-missing>
            {t('lineage.nobody')}
          </div>
        ) : null}
        {feed.sources.map((source) => (
          <div key={source.source} className={classes.box}>
            <b>{source.source}</b>
            <small>{format.dateTime(source.lastPublishedAt, shop.zone)}</small>
          </div>
        ))}
      </div>
    </div>
  );
}
