import { Button } from '@mantine/core';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';

import { request } from '../../api/graphql.ts';
import { Card } from '../../card/Card.tsx';
import { Pill } from '../../card/Pill.tsx';
import { Rows } from '../../card/Rows.tsx';
import { RowsHeading } from '../../card/RowsHeading.tsx';
import { Answered } from '../../card/States.tsx';
import { useShop } from '../../filters/shop-context.tsx';
import { useFormat } from '../../format/index.ts';
import { textOr, useText } from '../../i18n/index.ts';
import { Chip } from '../../metric/RowsChips.tsx';
import { useRowPages } from '../../metric/use-rows.ts';
import { runsQuery } from '../../run/queries.ts';
import type { Run } from '../../run/run.ts';
import { stateTones } from '../../run/state.ts';
import { Segment } from '../../shell/Segment.tsx';
import classes from './index.module.css';
import type { RunsSearch } from './search.ts';

const REFRESH_MS = 10_000;

export default function RunsPage() {
  const { source, state }: RunsSearch = useSearch({ strict: false });
  const { t } = useText();
  const format = useFormat();
  const where = { ...(source ? { source } : {}), ...(state ? { state } : {}) };
  const query = useRowPages(
    ['runs', 'list', where],
    async (page, signal) => (await request(runsQuery, { ...page, where }, signal)).ingestionRuns,
    REFRESH_MS,
  );
  const rows = query.data?.pages.flatMap((page) => page.nodes) ?? [];
  const total = query.data?.pages[0]?.totalCount;
  const lead = total === undefined ? undefined : t('runs.lead', { n: format.count(total) });
  return (
    <>
      <RowsHeading lead={lead} rest={t('runs.rest')} error={query.error} />
      <Choices search={where} />
      <Card title={t('runs.title')} sub={t('runs.sub')}>
        <Answered query={query} height={480} empty={(data) => data.pages[0]?.nodes.length === 0}>
          {() => <RunRows runs={rows} />}
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

function Choices({ search }: { search: RunsSearch }) {
  const { t } = useText();
  const navigate = useNavigate();
  const change = (next: RunsSearch | { [Key in keyof RunsSearch]: undefined }) =>
    void navigate({ to: '/runs', search: { ...search, ...next } });
  return (
    <div className={classes.choices}>
      <Segment
        label={t('health.state')}
        value={search.state ?? 'ALL'}
        options={(['ALL', 'COMMITTED', 'UNCHANGED', 'RUNNING', 'FAILED'] as const).map((value) => ({
          value,
          text: t(value === 'ALL' ? 'runs.all' : `health.state${value}`),
          title: t('health.state'),
        }))}
        onChange={(state) => change({ state: state === 'ALL' ? undefined : state })}
      />
      {search.source ? <Chip onRemove={() => change({ source: undefined })}>{search.source}</Chip> : null}
    </div>
  );
}

function RunRows({ runs }: { runs: readonly Run[] }) {
  const { t, pick } = useText();
  const { shop } = useShop();
  const format = useFormat();
  const columns = [
    { label: t('runs.run') },
    { label: t('health.started') },
    { label: t('health.source') },
    { label: t('runs.trigger') },
    { label: t('health.state') },
    { label: t('health.took'), right: true },
    { label: t('health.read'), right: true },
    { label: t('health.inserted'), right: true },
    { label: t('health.updated'), right: true },
    { label: t('health.quarantined'), right: true },
  ];
  const rows = runs.map((run) => ({
    key: run.id,
    cells: [
      <Link key="run" to="/runs/$id" params={{ id: run.id }} className={classes.open}>
        #{run.id}
      </Link>,
      format.dateTime(run.startedAt, shop.zone),
      <Link key="source" to="/runs" search={{ source: run.source }}>
        {run.source}
      </Link>,
      textOr(t, `runs.by.${run.trigger}`, run.trigger),
      <span key="state" className={classes.state}>
        <Pill tone={stateTones[run.state]}>{t(`health.state${run.state}`)}</Pill>
        {run.error ? <small>{pick(run.error.title)}</small> : null}
      </span>,
      run.durationSeconds == null ? '–' : format.duration(run.durationSeconds),
      format.count(run.totals.read),
      format.count(run.totals.inserted),
      format.count(run.totals.updated),
      run.totals.quarantined > 0 ? (
        <b key="refused" className={classes.refused}>
          {format.count(run.totals.quarantined)}
        </b>
      ) : (
        '·'
      ),
    ],
  }));
  return <Rows columns={columns} rows={rows} empty={t('health.runsNone')} />;
}
