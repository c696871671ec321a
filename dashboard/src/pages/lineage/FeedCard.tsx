import { Link } from '@tanstack/react-router';

import { Card } from '../../card/Card.tsx';
import { Rows } from '../../card/Rows.tsx';
import { useShop } from '../../filters/shop-context.tsx';
import { useFormat } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import { useMayDrill } from '../../metric/Drill.tsx';
import classes from './FeedCard.module.css';
import type { Feed, SourceRecord } from './use-lineage.ts';

/** One feed of the way: who brings it, from which files, and for those who may see rows some records of it. */
export function FeedCard({ feed, records }: { feed: Feed; records: readonly SourceRecord[] | undefined }) {
  const { t, pick } = useText();
  const may = useMayDrill();
  const what = feed.tells.map(({ label }) => pick(label)).join(t('lineage.comma'));
  return (
    <div id={feed.feed} className={classes.anchor}>
      <Card title={pick(feed.title)} sub={t('lineage.tells', { what })}>
        <Sources feed={feed} may={may} />
        <div className={classes.halves}>
          <Files feed={feed} />
          {may && records ? <Records records={records} /> : null}
        </div>
        {may ? null : <p className={classes.none}>{t('lineage.forAnalysts')}</p>}
      </Card>
    </div>
  );
}

function Sources({ feed, may }: { feed: Feed; may: boolean }) {
  const { t } = useText();
  const { shop } = useShop();
  const format = useFormat();
  const columns = [
    { label: t('lineage.source') },
    { label: t('lineage.rows'), right: true },
    { label: t('lineage.through') },
    { label: t('lineage.published') },
    { label: t('lineage.waiting'), right: true },
  ];
  const rows = feed.sources.map((source) => ({
    key: source.source,
    cells: [
      <Link key="source" to="/runs" search={{ source: source.source }} className={classes.way}>
        {source.source}
      </Link>,
      format.count(source.rows),
      source.dataThrough ? format.momentDay(source.dataThrough, shop.zone) : '–',
      <Link key="run" to="/runs/$id" params={{ id: source.lastRunId }} className={classes.way}>
        {format.dateTime(source.lastPublishedAt, shop.zone)}
      </Link>,
      may && source.waiting > 0 ? (
        <Link
          key="waiting"
          to="/quarantine"
          search={{ source: source.source, feed: feed.feed }}
          className={classes.way}
        >
          {format.count(source.waiting)}
        </Link>
      ) : (
        format.count(source.waiting)
      ),
    ],
  }));
  return <Rows columns={columns} rows={rows} empty={t('lineage.nobody')} />;
}

function Files({ feed }: { feed: Feed }) {
  const { t } = useText();
  const format = useFormat();
  const files = feed.sources.flatMap((source) => source.files);
  if (files.length === 0) return null;
  return (
    <section>
      <h3 className={classes.title}>{t('lineage.files')}</h3>
      <Rows
        columns={[
          { label: t('lineage.file') },
          { label: t('lineage.records'), right: true },
          { label: t('lineage.run'), right: true },
        ]}
        rows={files.map((file) => ({
          key: `${file.runId} ${file.name}`,
          cells: [
            file.name,
            format.count(file.records),
            <Link key="run" to="/runs/$id" params={{ id: file.runId }} className={classes.way}>
              #{file.runId}
            </Link>,
          ],
        }))}
      />
    </section>
  );
}

function Records({ records }: { records: readonly SourceRecord[] }) {
  const { t } = useText();
  const format = useFormat();
  return (
    <section>
      <h3 className={classes.title}>{t('lineage.sample')}</h3>
      <Rows
        columns={[
          { label: t('lineage.recordId') },
          { label: t('lineage.place') },
          { label: t('lineage.run'), right: true },
        ]}
        rows={records.map((record) => ({
          key: `${record.fileName} ${record.recordNo}`,
          cells: [
            <code key="id" className={classes.id}>
              {record.recordId}
            </code>,
            `${record.fileName} · ${format.count(record.recordNo)}`,
            <Link key="run" to="/runs/$id" params={{ id: record.runId }} className={classes.way}>
              #{record.runId}
            </Link>,
          ],
        }))}
        empty={t('lineage.noRecords')}
      />
    </section>
  );
}
