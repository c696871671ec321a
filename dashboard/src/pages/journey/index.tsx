import { answerJourney } from '../../answer/index.ts';
import { Answer } from '../../card/Answer.tsx';
import { AnswerComing } from '../../card/AnswerComing.tsx';
import { CardRow } from '../../card/CardRow.tsx';
import { Failure } from '../../card/States.tsx';
import { useShop } from '../../filters/shop-context.tsx';
import { useText } from '../../i18n/index.ts';
import { useDimensions } from '../../metric/use-dimensions.ts';
import { Choice } from '../../shell/bar/Choice.tsx';
import classes from './index.module.css';
import { SankeyCard } from './SankeyCard.tsx';
import { outcomes } from './search.ts';
import { StepsCard } from './StepsCard.tsx';
import { useJourney, useJourneyChoice } from './use-journey.ts';

/** What becomes of orders, as ways: by segment and by how they ended. */
export default function JourneyPage() {
  const { stages, steps } = useJourney();
  const { lang } = useText();
  const answer = stages.data ? answerJourney(stages.data, lang) : undefined;
  return (
    <>
      {answer ? (
        <Answer lead={answer.lead} rest={answer.rest} />
      ) : stages.error ? (
        <Failure error={stages.error} onRetry={() => void stages.refetch()} />
      ) : (
        <AnswerComing work="journey" query={stages} />
      )}
      <Choices />
      <CardRow>
        <SankeyCard query={stages} />
      </CardRow>
      <CardRow>
        <StepsCard query={steps} />
      </CardRow>
    </>
  );
}

function Choices() {
  const { t, pick } = useText();
  const { outcome, segment, change } = useJourneyChoice();
  const { definitions } = useShop();
  const dimensions = useDimensions();
  const named = (dimension: string): string => {
    const found = dimensions.get(dimension);
    return found ? pick(found.title) : dimension;
  };
  const offered = (definitions.get('ORDERS')?.dimensions ?? []).filter((dimension) => dimension !== 'SHOP');
  return (
    <div className={classes.choices}>
      <Choice
        lead={t('flow.segment')}
        label={`${t('flow.segment')}: ${named(segment)}`}
        text={named(segment)}
        value={segment}
        options={offered.map((value) => ({ value, text: named(value) }))}
        onChange={(value) => change({ segment: value })}
      />
      <Choice
        lead={t('flow.outcome')}
        label={`${t('flow.outcome')}: ${t(`flow.outcome${outcome}`)}`}
        text={t(`flow.outcome${outcome}`)}
        value={outcome}
        options={outcomes.map((value) => ({ value, text: t(`flow.outcome${value}`) }))}
        onChange={(value) => change({ outcome: value })}
      />
    </div>
  );
}
