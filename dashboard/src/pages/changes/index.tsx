import { Button } from '@mantine/core';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';

import { request } from '../../api/graphql.ts';
import { Card } from '../../card/Card.tsx';
import { Rows } from '../../card/Rows.tsx';
import { RowsHeading } from '../../card/RowsHeading.tsx';
import { Answered } from '../../card/States.tsx';
import { ChangedRows } from '../../figure-change/ChangedRows.tsx';
import { changesQuery, type ChangeLine } from '../../figure-change/change-line.ts';
import { useShop, type Definition } from '../../filters/shop-context.tsx';
import { useFilters } from '../../filters/use-filters.ts';
import { useFormat } from '../../format/index.ts';
import type { FigureChangeWhere, MetricId } from '../../gql/graphql.ts';
import { useText } from '../../i18n/index.ts';
import { Chip } from '../../metric/RowsChips.tsx';
import { useRowPages } from '../../metric/use-rows.ts';
import classes from './index.module.css';
import type { ChangesSearch } from './search.ts';

/** An address may name a metric there is none of: then no metric is asked for. */
const knownMetric = (definitions: ReadonlyMap<string, Definition>, metric: string | undefined): MetricId | undefined =>
  metric === undefined ? undefined : definitions.get(metric)?.id;

export default function ChangesPage() {
  const search: ChangesSearch = useSearch({ strict: false });
  const { definitions } = useShop();
  const { shop } = useFilters();
  const { t, pick } = useText();
  const format = useFormat();
  const navigate = useNavigate();
  const metric = knownMetric(definitions, search.metric);
  const where: FigureChangeWhere = {
    shop,
    ...(search.run ? { runId: search.run } : {}),
    ...(metric ? { metrics: [metric] } : {}),
  };
  const query = useRowPages(
    ['figure-changes', where],
    async (page, signal) => (await request(changesQuery, { ...page, where }, signal)).figureChanges,
  );
  const total = query.data?.pages[0]?.totalCount;
  const lead =
    total === 0
      ? t('loads.changesLeadNone')
      : total === 1
        ? t('loads.changesLeadOne')
        : t('loads.changesLead', { n: format.count(total) });
  const without = (key: keyof ChangesSearch) =>
    void navigate({ to: '/changes', search: { ...search, [key]: undefined } });
  const title = metric ? definitions.get(metric)?.title : undefined;
  return (
    <>
      <RowsHeading lead={total === undefined ? undefined : lead} rest={t('loads.changesRest')} error={query.error} />
      {search.run || title ? (
        <div className={classes.chips}>
          {search.run ? <Chip onRemove={() => without('run')}>{t('loads.ofRun', { id: search.run })}</Chip> : null}
          {title ? <Chip onRemove={() => without('metric')}>{pick(title)}</Chip> : null}
        </div>
      ) : null}
      <Card title={t('loads.changes')} sub={t('loads.changedSub')}>
        <Answered query={query} height={480}>
          {(data) => <ChangeRows changes={data.pages.flatMap(({ nodes }) => nodes)} />}
        </Answered>
        {query.hasNextPage ? (
          <Button mt="md" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t('cases.more')}
          </Button>
        ) : null}
      </Card>
    </>
  );
}

function ChangeRows({ changes }: { changes: readonly ChangeLine[] }) {
  const { t, pick } = useText();
  const { shop } = useShop();
  const format = useFormat();
  const columns = [
    { label: t('loads.figure') },
    { label: t('loads.month') },
    { label: t('loads.before'), right: true },
    { label: t('loads.after'), right: true },
    { label: t('loads.cause') },
    { label: t('loads.by') },
    { label: t('loads.at') },
    { label: t('health.rows') },
  ];
  const rows = changes.map((change) => ({
    key: change.id,
    cells: [
      <Link key="metric" to="/changes" search={{ metric: change.metric.id }} className={classes.metric}>
        {pick(change.metric.title)}
      </Link>,
      format.dayRange(change.month.from, change.month.to, true),
      <s key="before">{format.exact(change.before.value, change.metric)}</s>,
      <b key="after">{format.exact(change.after.value, change.metric)}</b>,
      pick(change.causeTitle),
      <Link key="run" to="/runs/$id" params={{ id: change.runId }} className={classes.way}>
        #{change.runId} · {change.source}
      </Link>,
      format.dateTime(change.changedAt, shop.zone),
      <ChangedRows key="rows" change={change} className={classes.way} />,
    ],
  }));
  return <Rows columns={columns} rows={rows} empty={t('loads.changedNone')} />;
}
