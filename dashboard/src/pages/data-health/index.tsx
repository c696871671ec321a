import { Skeleton } from '@mantine/core';

import { Answer } from '../../card/Answer.tsx';
import { CardRow, CardStack } from '../../card/CardRow.tsx';
import { Answered } from '../../card/States.tsx';
import { useShop } from '../../filters/shop-context.tsx';
import { useFormat } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import { RunCard } from '../../run/RunCard.tsx';
import { AlertsCard } from './AlertsCard.tsx';
import { healthAnswer } from './answer.ts';
import { BackfillsCard } from './BackfillsCard.tsx';
import { ChangedCard } from './ChangedCard.tsx';
import { FreshnessCard } from './FreshnessCard.tsx';
import classes from './index.module.css';
import { QuarantineCard } from './QuarantineCard.tsx';
import { RunsCard } from './RunsCard.tsx';
import { SchedulesCard } from './SchedulesCard.tsx';
import { OdditiesCard, PendingCard } from './SideCards.tsx';
import { useFeedName, useHealth, type Health } from './use-health.ts';
import { useLoads, useMoved, type Alert } from './use-loads.ts';

export default function DataHealthPage() {
  const { health, runs } = useHealth();
  const loads = useLoads();
  const moved = useMoved();
  const { shop, asOf, viewer } = useShop();
  const { t, pick } = useText();
  const format = useFormat();
  const feedName = useFeedName(health.data);
  const all = runs.data ?? [];
  const run = all.find((each) => each.totals.read > 0) ?? all[0];
  const changed = {
    figures: moved.data?.totalCount ?? 0,
    last: format.momentDay(moved.data?.nodes[0]?.changedAt, shop.zone),
  };
  const answer =
    health.data && runs.data
      ? healthAnswer({ health: health.data, last: all[0], asOf, moved: changed }, { t, pick, format })
      : undefined;
  const alerts = health.data ? ofSources(loads.data?.alerts.nodes ?? [], health.data) : [];
  return (
    <>
      {answer ? <Answer lead={answer.lead} rest={answer.rest} /> : <Skeleton height={66} mt={22} mb={18} />}
      {alerts.length > 0 ? (
        <div className={classes.first}>
          <AlertsCard alerts={alerts} now={loads.dataUpdatedAt} />
        </div>
      ) : null}
      <Answered query={runs} height={360} empty={(data) => data.length === 0}>
        {() => (run ? <RunCard run={run} feedName={feedName} title={t('health.flow')} /> : null)}
      </Answered>
      <Answered query={health} height={520}>
        {(data) => (
          <>
            <div className={classes.cols}>
              <CardStack>
                <FreshnessCard feeds={data.feeds} />
                <RunsCard runs={all} />
              </CardStack>
              <CardStack>
                <ChangedCard query={moved} />
                <OdditiesCard oddities={data.oddities} />
                <PendingCard pending={data.pending} feedName={feedName} />
              </CardStack>
            </div>
            <CardRow>
              <QuarantineCard reasons={data.quarantine} waiting={data.waiting} feedName={feedName} />
            </CardRow>
          </>
        )}
      </Answered>
      {viewer.role === 'EXECUTIVE' ? null : (
        <Answered query={loads} height={180}>
          {({ schedules, backfills }) => (
            <CardRow>
              <SchedulesCard schedules={schedules} />
              <BackfillsCard backfills={backfills} sources={schedules.map(({ source }) => source)} />
              {alerts.length === 0 ? <AlertsCard alerts={alerts} now={loads.dataUpdatedAt} /> : null}
            </CardRow>
          )}
        </Answered>
      )}
    </>
  );
}

/** Those of this shop's sources, and those of the whole house, such as a worker that died; others belong to their shop's page. */
function ofSources(alerts: readonly Alert[], { feeds, elsewhere }: Health): Alert[] {
  const here = new Set(feeds.map(({ source }) => source));
  return alerts.filter(({ source }) => source == null || here.has(source) || !elsewhere.has(source));
}
