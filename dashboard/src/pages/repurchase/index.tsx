import { answerRepurchase } from '../../answer/index.ts';
import { Answer, AnswerRoom } from '../../card/Answer.tsx';
import { CardRow } from '../../card/CardRow.tsx';
import { useText } from '../../i18n/index.ts';
import { CohortsCard } from './CohortsCard.tsx';
import { CustomersCard } from './CustomersCard.tsx';
import { DefinitionsCard } from './DefinitionsCard.tsx';
import { DelayCard } from './DelayCard.tsx';
import { DepthCard } from './DepthCard.tsx';
import { RetentionCard } from './RetentionCard.tsx';
import { ShareBackCard } from './ShareBackCard.tsx';
import classes from './index.module.css';
import { useByLate, useCohorts, useDefinitions } from './use-repurchase.ts';

export default function RepurchasePage() {
  const totals = useDefinitions();
  const byLate = useByLate();
  const cohorts = useCohorts();
  const { lang } = useText();
  const settled = totals.data && !byLate.isLoading && !cohorts.isLoading;
  const answer = settled
    ? answerRepurchase({ totals: totals.data, byLate: byLate.data, cohorts: cohorts.data }, lang)
    : undefined;
  return (
    <>
      {answer ? <Answer lead={answer.lead} rest={answer.rest} /> : <AnswerRoom />}
      <DefinitionsCard query={totals} />
      <div className={`${classes.row} ${classes.two}`}>
        <ShareBackCard />
        <DelayCard totals={totals} />
      </div>
      <div className={classes.row}>
        <RetentionCard />
        <CohortsCard query={cohorts} />
      </div>
      <CardRow shape="wide">
        <DepthCard />
        <CustomersCard />
      </CardRow>
    </>
  );
}
