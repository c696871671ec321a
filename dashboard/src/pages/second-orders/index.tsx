import { useSearch } from '@tanstack/react-router';

import { Answer } from '../../card/Answer.tsx';
import { AnswerComing } from '../../card/AnswerComing.tsx';
import { CardRow } from '../../card/CardRow.tsx';
import { Method } from '../../estimate/Estimate.tsx';
import { useText } from '../../i18n/index.ts';
import { CompareCard } from './CompareCard.tsx';
import { CostCard } from './CostCard.tsx';
import { CurvesCard } from './CurvesCard.tsx';
import type { SecondOrdersSearch } from './search.ts';
import { useSecondOrders } from './use-second-orders.ts';

export default function SecondOrdersPage() {
  const { by: cut = 'LATE' }: SecondOrdersSearch = useSearch({ strict: false });
  const query = useSecondOrders(cut);
  const { t, pick } = useText();
  const { answer, cost } = query.data ?? {};
  return (
    <>
      {answer ? (
        <Answer lead={pick(answer.lead)} rest={pick(answer.rest)} />
      ) : (
        <AnswerComing work="secondOrders" query={query} />
      )}
      <CardRow shape={cost ? 'wide' : 'one'}>
        <CurvesCard query={query} cut={cut} />
        {cost ? <CostCard cost={cost} /> : null}
      </CardRow>
      <CardRow>
        <CompareCard query={query} />
      </CardRow>
      <CardRow>
        <Method
          title={t('secondOrders.method')}
          parts={[
            [t('secondOrders.methodCountedTerm'), t('secondOrders.methodCounted')],
            [t('secondOrders.methodCurveTerm'), t('secondOrders.methodCurve')],
            [t('secondOrders.methodLikeTerm'), t('secondOrders.methodLike')],
            [t('secondOrders.methodTestTerm'), t('secondOrders.methodTest')],
            [t('secondOrders.methodCostTerm'), t('secondOrders.methodCost')],
          ]}
        />
      </CardRow>
    </>
  );
}
