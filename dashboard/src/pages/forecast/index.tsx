import { answerForecast } from '../../answer/index.ts';
import { Answer } from '../../card/Answer.tsx';
import { AnswerComing } from '../../card/AnswerComing.tsx';
import { CardRow, CardStack } from '../../card/CardRow.tsx';
import { Card } from '../../card/Card.tsx';
import { Failure } from '../../card/States.tsx';
import { useText } from '../../i18n/index.ts';
import { CourseCard } from './CourseCard.tsx';
import { CarriersCard, DeskCard } from './NeedCards.tsx';
import classes from './forecast.module.css';
import { TotalsCard, TriedCard } from './NumberCards.tsx';
import { useForecast } from './use-forecast.ts';

/** What the next peak brings, and what the promise then needs. */
export default function ForecastPage() {
  const query = useForecast();
  const { lang } = useText();
  const answer = query.data ? answerForecast(query.data.peakForecast ?? null, lang) : undefined;
  if (query.error && !query.data) return <Failure error={query.error} onRetry={() => void query.refetch()} />;
  const forecast = query.data?.peakForecast;
  return (
    <>
      {answer ? <Answer lead={answer.lead} rest={answer.rest} /> : <AnswerComing work="forecast" query={query} />}
      <CardRow>
        <CourseCard query={query} />
      </CardRow>
      {forecast ? (
        <>
          <CardRow shape="equal">
            <TotalsCard forecast={forecast} />
            <DeskCard forecast={forecast} />
          </CardRow>
          <CardRow shape="equal">
            <CardStack>
              <CarriersCard forecast={forecast} />
              <MethodCard />
            </CardStack>
            <TriedCard forecast={forecast} />
          </CardRow>
        </>
      ) : (
        <CardRow>
          <MethodCard />
        </CardRow>
      )}
    </>
  );
}

function MethodCard() {
  const { t } = useText();
  return (
    <Card title={t('forecast.method')}>
      <div className={classes.method}>
        <p>{t('forecast.methodLevel')}</p>
        <p>{t('forecast.methodUplift')}</p>
        <p>{t('forecast.methodRange')}</p>
        <p>{t('forecast.methodNeed')}</p>
      </div>
    </Card>
  );
}
