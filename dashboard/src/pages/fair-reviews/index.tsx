import { Answer } from '../../card/Answer.tsx';
import { AnswerComing } from '../../card/AnswerComing.tsx';
import { CardRow } from '../../card/CardRow.tsx';
import { Method } from '../../estimate/Estimate.tsx';
import { useText } from '../../i18n/index.ts';
import { useMayDrill } from '../../metric/Drill.tsx';
import { FiguresCard } from './FiguresCard.tsx';
import { ProductsCard } from './ProductsCard.tsx';
import { QueueCard } from './QueueCard.tsx';
import { ReasonsCard } from './ReasonsCard.tsx';
import { useFairness } from './use-fair-reviews.ts';

export default function FairReviewsPage() {
  const query = useFairness();
  const { t, pick } = useText();
  const may = useMayDrill();
  return (
    <>
      {query.data ? <Answer lead={pick(query.data.answer)} /> : <AnswerComing work="fairReviews" query={query} />}
      <CardRow shape="equal">
        <FiguresCard query={query} />
        <ReasonsCard query={query} />
      </CardRow>
      <CardRow>
        <ProductsCard query={query} />
      </CardRow>
      {may ? (
        <CardRow>
          <QueueCard reasons={query.data?.reasons ?? []} />
        </CardRow>
      ) : null}
      <CardRow>
        <Method
          title={t('fairReviews.method')}
          parts={[
            [t('fairReviews.methodCountedTerm'), t('fairReviews.methodCounted')],
            [t('fairReviews.methodCopiedTerm'), t('fairReviews.methodCopied')],
            [t('fairReviews.methodBurstTerm'), t('fairReviews.methodBurst')],
            [t('fairReviews.methodOthersTerm'), t('fairReviews.methodOthers')],
            [t('fairReviews.methodRatingTerm'), t('fairReviews.methodRating')],
          ]}
        />
      </CardRow>
    </>
  );
}
