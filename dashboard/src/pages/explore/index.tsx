import { Skeleton } from '@mantine/core';
import { Link } from '@tanstack/react-router';

import { answerExplore } from '../../answer/index.ts';
import { Answer } from '../../card/Answer.tsx';
import { CardRow } from '../../card/CardRow.tsx';
import { useSparkWindow } from '../../filters/use-windows.ts';
import { useText } from '../../i18n/index.ts';
import { KpiGrid } from '../../metric/KpiGrid.tsx';
import { useFilters } from '../../filters/use-filters.ts';
import { useMetrics } from '../../metric/use-metrics.ts';
import { Builder } from './Builder.tsx';
import classes from './index.module.css';
import { QuestionCard } from './QuestionCard.tsx';
import { Results } from './Results.tsx';
import type { ExploreSearch } from './search.ts';
import { useQuestion } from './use-question.ts';

/** Any question about figures, by pointing; the address is the question. */
export default function ExplorePage() {
  const question = useQuestion();
  const { metrics, by, asked } = question;
  const { compare } = useFilters();
  const totals = useMetrics({ metrics, compare });
  const history = useMetrics({ metrics, period: useSparkWindow(), grain: 'MONTH' });
  const slices = useMetrics({ metrics, by, limit: asked.limit ?? 50, enabled: by.length > 0 });
  const { lang } = useText();
  const [metric = ''] = metrics;
  const answer = totals.data
    ? answerExplore({ metric, totals: totals.data, slices: by.length > 0 ? slices.data : undefined }, lang)
    : undefined;
  return (
    <>
      {answer ? <Answer lead={answer.lead} rest={answer.rest} /> : <Skeleton height={66} mt={22} mb={18} />}
      <Builder question={question} />
      <KpiGrid metrics={metrics} totals={totals} history={history.data} />
      <Results question={question} />
      <CardRow>
        <QuestionCard question={question} />
      </CardRow>
      <Ideas />
    </>
  );
}

const ideas: Record<'carriers' | 'causes' | 'hours' | 'stars' | 'back', ExploreSearch> = {
  carriers: { metric: ['PROMISE_KEPT_RATE'], by: ['CARRIER', 'REGION'] },
  causes: { metric: ['COMPLAINTS'], by: ['CAUSE'] },
  hours: { metric: ['RESPONSE_IN_TIME_RATE'], by: ['CHANNEL', 'HOUR'] },
  stars: { metric: ['NEGATIVE_REVIEW_RATE', 'COMPLAINT_RATE'], over: 'time' },
  back: { metric: ['REPURCHASE_RATE_90D'], by: ['DELAY_BUCKET'] },
};

/** Questions to begin with. */
function Ideas() {
  const { t } = useText();
  const all = Object.keys(ideas) as (keyof typeof ideas)[];
  return (
    <nav className={classes.ideas} aria-label={t('explore.ideas')}>
      <span>{t('explore.ideas')}</span>
      {all.map((idea) => (
        <Link key={idea} to="/explore" search={ideas[idea]}>
          {t(`explore.idea_${idea}`)}
        </Link>
      ))}
    </nav>
  );
}
