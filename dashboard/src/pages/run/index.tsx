import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';

import { answerRun } from '../../answer/index.ts';
import { request } from '../../api/graphql.ts';
import { Answer } from '../../card/Answer.tsx';
import { CardRow, CardStack } from '../../card/CardRow.tsx';
import { Empty, Failure, Loading } from '../../card/States.tsx';
import type { RunQuery } from '../../gql/graphql.ts';
import { textOr, useText } from '../../i18n/index.ts';
import { RunCard } from '../../run/RunCard.tsx';
import { sumOf } from '../../metric/reckon.ts';
import { DriftCard } from './DriftCard.tsx';
import { FactsCard } from './FactsCard.tsx';
import { FilesCard } from './FilesCard.tsx';
import { MovedCard } from './MovedCard.tsx';
import { runQuery } from './queries.ts';
import { RefusalsCard } from './RefusalsCard.tsx';
import { StagesCard } from './StagesCard.tsx';

export type RunDetail = NonNullable<RunQuery['ingestionRun']>;

const WHILE_RUNNING_MS = 2_000;
/** Of the figures it moved, as many as are worth reading one by one. */
const MOST_MOVED = 12;

export default function RunPage() {
  const { id = '' } = useParams({ strict: false });
  const { t } = useText();
  const query = useQuery({
    queryKey: ['run', id],
    queryFn: ({ signal }) => request(runQuery, { id, moved: MOST_MOVED }, signal),
    refetchInterval: ({ state }) => (state.data?.ingestionRun?.state === 'RUNNING' ? WHILE_RUNNING_MS : false),
  });
  if (query.isError && !query.data)
    return <Failure error={query.error} height={300} onRetry={() => void query.refetch()} />;
  if (!query.data) return <Loading height={420} />;
  if (!query.data.ingestionRun) return <Empty text={t('runs.gone')} height={300} />;
  return <RunBody told={query.data} run={query.data.ingestionRun} now={query.dataUpdatedAt} />;
}

function RunBody({ told, run, now }: { told: RunQuery; run: RunDetail; now: number }) {
  const { t, lang, pick } = useText();
  const { totals } = run;
  const { lead, rest } = answerRun(
    {
      state: run.state,
      source: run.source,
      seconds: run.durationSeconds ?? null,
      read: totals.read,
      written: sumOf([totals.inserted, totals.updated], (rows) => rows),
      quarantined: totals.quarantined,
      pending: totals.pending,
      moved: told.figureChanges.totalCount,
      error: run.error?.title ?? null,
    },
    lang,
  );
  const trigger = textOr(t, `runs.by.${run.trigger}`, run.trigger);
  const feedName = (feed: string): string => {
    const title = told.dataHealth.feeds.find((each) => each.feed === feed)?.title;
    return title ? pick(title) : feed.replaceAll('_', ' ');
  };
  return (
    <>
      <Answer lead={lead} rest={rest} eyebrow={t('runs.eyebrow', { id: run.id, source: run.source, trigger })} />
      <CardRow shape="wide">
        <StagesCard run={run} now={now} />
        <FactsCard run={run} trigger={trigger} />
      </CardRow>
      <CardRow>
        <RunCard run={run} feedName={feedName} title={t('runs.flow')} />
      </CardRow>
      <CardRow shape="wide">
        <CardStack>
          <FilesCard run={run} />
          <DriftCard run={run} />
        </CardStack>
        <CardStack>
          <RefusalsCard run={run} feedName={feedName} />
          <MovedCard changes={told.figureChanges} runId={run.id} />
        </CardStack>
      </CardRow>
    </>
  );
}
