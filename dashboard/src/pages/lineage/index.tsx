import { Skeleton } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';

import { answerLineage } from '../../answer/index.ts';
import { Answer } from '../../card/Answer.tsx';
import { CardStack } from '../../card/CardRow.tsx';
import { Answered } from '../../card/States.tsx';
import { useShop, type Definition } from '../../filters/shop-context.tsx';
import { useText } from '../../i18n/index.ts';
import { sumOf } from '../../metric/reckon.ts';
import { ChainCard } from './ChainCard.tsx';
import { FeedCard } from './FeedCard.tsx';
import classes from './index.module.css';
import { useLineage, type Feed } from './use-lineage.ts';

export default function LineagePage() {
  const { definition, lineage, records } = useLineage();
  const { lang } = useText();
  const feeds = lineage.data?.feeds ?? [];
  const answer =
    definition && lineage.data ? answerLineage({ title: definition.title, ...sums(feeds) }, lang) : undefined;
  return (
    <>
      {answer ? <Answer lead={answer.lead} rest={answer.rest} /> : <Skeleton height={66} mt={22} mb={18} />}
      <Metrics chosen={definition} />
      <Answered query={lineage} height={480}>
        {(data) => (
          <CardStack>
            {definition ? <ChainCard definition={definition} relations={data.relations} feeds={data.feeds} /> : null}
            {data.feeds.map((feed) => (
              <FeedCard key={feed.feed} feed={feed} records={records.data?.filter((each) => each.feed === feed.feed)} />
            ))}
          </CardStack>
        )}
      </Answered>
    </>
  );
}

function sums(feeds: readonly Feed[]) {
  const brought = feeds.flatMap(({ sources }) => sources);
  return {
    feeds: feeds.length,
    sources: new Set(brought.map(({ source }) => source)).size,
    missing: feeds.filter(({ sources }) => sources.length === 0).map(({ title }) => title),
    waiting: sumOf(brought, ({ waiting }) => waiting),
  };
}

function Metrics({ chosen }: { chosen: Definition | undefined }) {
  const { t, pick } = useText();
  const { definitions } = useShop();
  const navigate = useNavigate();
  return (
    <label className={classes.choice}>
      {t('lineage.metric')}
      <select
        value={chosen?.id}
        onChange={(event) =>
          void navigate({ to: '/lineage', search: { metric: event.currentTarget.value }, resetScroll: false })
        }
      >
        {[...definitions.values()].map((definition) => (
          <option key={definition.id} value={definition.id}>
            {pick(definition.title)}
          </option>
        ))}
      </select>
    </label>
  );
}
