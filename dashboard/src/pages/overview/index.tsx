import { useState } from 'react';

import { answerOverview } from '../../answer/index.ts';
import { Answer, AnswerRoom } from '../../card/Answer.tsx';
import { useFilters } from '../../filters/use-filters.ts';
import { useText } from '../../i18n/index.ts';
import { seriesOf, comparisonOf, type ComparisonKind } from '../../metric/types.ts';
import { ChangesCard } from './ChangesCard.tsx';
import { FigureCards } from './FigureCards.tsx';
import classes from './index.module.css';
import { PromiseTrendCard } from './PromiseTrendCard.tsx';
import { QuestionsCard } from './QuestionsCard.tsx';
import { RegionMonthsCard } from './RegionMonthsCard.tsx';
import { StarsCard } from './StarsCard.tsx';
import { useFindings } from './use-findings.ts';
import { useFigures } from './use-overview.ts';

export default function OverviewPage() {
  const { period, compare } = useFilters();
  const { totals, history, known } = useFigures();
  const [chosen, setChosen] = useState<ComparisonKind>();
  const kind = chosen !== undefined && compare.includes(chosen) ? chosen : compare[0];
  const findings = useFindings(known, kind);
  const { lang } = useText();
  const against =
    totals.data && kind ? comparisonOf(seriesOf(totals.data, 'ORDERS')?.points[0], kind)?.period : undefined;
  const settled = !history.isLoading && (kind === undefined || findings !== undefined);
  const answer =
    totals.data && settled
      ? answerOverview(
          {
            totals: totals.data,
            history: history.data,
            changes: findings?.filter((each) => !each.month).map((each) => each.change) ?? [],
            period,
          },
          lang,
        )
      : undefined;
  return (
    <>
      {answer ? <Answer lead={answer.lead} rest={answer.rest} /> : <AnswerRoom />}
      <div className={classes.top}>
        <FigureCards totals={totals} history={history} />
        <ChangesCard findings={findings} against={against} kind={kind} kinds={compare} onKind={setChosen} />
      </div>
      <div className={classes.row}>
        <QuestionsCard answer={known} />
      </div>
      <div className={classes.row}>
        <PromiseTrendCard />
      </div>
      <div className={classes.two}>
        <RegionMonthsCard />
        <StarsCard />
      </div>
    </>
  );
}
