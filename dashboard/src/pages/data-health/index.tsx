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
import { RunCard } from './RunCard.tsx';
import { RunsCard } from './RunsCard.tsx';
import { OdditiesCard, PendingCard } from './SideCards.tsx';
import { useHealth, type Health, type Run } from './use-health.ts';

export default function DataHealthPage() {
  const { shop, health, runs } = useHealth();
  const { asOf } = useShop();
  const { t, pick } = useText();
  const format = useFormat();
  const feeds = health.data?.feeds.filter((feed) => feed.shop === shop) ?? [];
  const answer =
    health.data && runs.data
      ? healthAnswer(
          { health: health.data, feeds, last: runs.data[0], asOf, now: health.dataUpdatedAt },
          { t, pick, format },
        )
      : undefined;
  return (
    <>
      {answer ? <Answer lead={answer.lead} rest={answer.rest} /> : <Skeleton height={66} mt={22} mb={18} />}
      <Answered query={runs} height={360} empty={(all) => all.length === 0}>
        {(all) => <Runs runs={all} />}
      </Answered>
      <Answered query={health} height={520}>
        {(data) => <Cards health={data} feeds={feeds} now={health.dataUpdatedAt} />}
      </Answered>
    </>
  );
}

function Runs({ runs }: { runs: readonly Run[] }) {
  const [chosen, setChosen] = useState<string>();
  const run = runs.find((each) => each.id === chosen) ?? runs.find((each) => each.totals.read > 0) ?? runs[0];
  if (!run) return null;
  return (
    <div className={classes.stack}>
      <RunCard run={run} />
      <RunsCard runs={runs} chosen={run.id} onChoose={setChosen} />
    </div>
  );
}

function Cards({ health, feeds, now }: { health: Health; feeds: Health['feeds']; now: number }) {
  return (
    <div className={classes.cards}>
      <div className={classes.cols}>
        <FreshnessCard feeds={feeds} now={now} />
        <div className={classes.stack}>
          <OdditiesCard oddities={health.oddities} />
          <PendingCard pending={health.pending} />
        </div>
      </div>
      <QuarantineCard reasons={health.quarantine} waiting={health.waiting} />
    </div>
  );
}
