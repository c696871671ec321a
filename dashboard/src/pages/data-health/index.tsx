import { Skeleton } from '@mantine/core';
import { useState } from 'react';

import { Answer } from '../../card/Answer.tsx';
import { Answered } from '../../card/States.tsx';
import { useShop } from '../../filters/shop-context.tsx';
import { useFormat } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import { healthAnswer } from './answer.ts';
import { FreshnessCard } from './FreshnessCard.tsx';
import classes from './index.module.css';
import { QuarantineCard } from './QuarantineCard.tsx';
import { RunCard } from '../../run/RunCard.tsx';
import { RunsCard } from './RunsCard.tsx';
import { OdditiesCard, PendingCard } from './SideCards.tsx';
import { useFeedName, useHealth } from './use-health.ts';

export default function DataHealthPage() {
  const { health, runs } = useHealth();
  const { asOf } = useShop();
  const { t, pick } = useText();
  const format = useFormat();
  const feedName = useFeedName(health.data);
  const [chosen, setChosen] = useState<string>();
  const all = runs.data ?? [];
  const run = all.find((each) => each.id === chosen) ?? all.find((each) => each.totals.read > 0) ?? all[0];
  const answer =
    health.data && runs.data
      ? healthAnswer({ health: health.data, last: all[0], asOf, now: health.dataUpdatedAt }, { t, pick, format })
      : undefined;
  return (
    <>
      {answer ? <Answer lead={answer.lead} rest={answer.rest} /> : <Skeleton height={66} mt={22} mb={18} />}
      <Answered query={runs} height={360} empty={(data) => data.length === 0}>
        {() => (run ? <RunCard run={run} feedName={feedName} /> : null)}
      </Answered>
      <Answered query={health} height={520}>
        {(data) => (
          <div className={classes.cards}>
            <div className={classes.cols}>
              <div className={classes.stack}>
                <FreshnessCard feeds={data.feeds} now={health.dataUpdatedAt} />
                <RunsCard runs={all} chosen={run?.id} onChoose={setChosen} />
              </div>
              <div className={classes.stack}>
                <OdditiesCard oddities={data.oddities} />
                <PendingCard pending={data.pending} feedName={feedName} />
              </div>
            </div>
            <QuarantineCard reasons={data.quarantine} waiting={data.waiting} feedName={feedName} />
          </div>
        )}
      </Answered>
    </>
  );
}
