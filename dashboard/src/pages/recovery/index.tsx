import { Answer } from '../../card/Answer.tsx';
import { AnswerComing } from '../../card/AnswerComing.tsx';
import { CardRow, CardStack } from '../../card/CardRow.tsx';
import { Method } from '../../estimate/Estimate.tsx';
import { useText } from '../../i18n/index.ts';
import { useMayDrill } from '../../metric/Drill.tsx';
import { CasesCard } from './CasesCard.tsx';
import { CostsCard } from './CostsCard.tsx';
import { HurtCard } from './HurtCard.tsx';
import { StandingCard } from './StandingCard.tsx';
import { useValueAtStake } from './use-recovery.ts';

export default function RecoveryPage() {
  const costs = useValueAtStake();
  const may = useMayDrill();
  const { t, pick } = useText();
  const answer = costs.data?.answer;
  return (
    <>
      {answer ? (
        <Answer lead={pick(answer.lead)} rest={pick(answer.rest)} />
      ) : (
        <AnswerComing work="recovery" query={costs} />
      )}
      <CardRow>
        <CostsCard query={costs} />
      </CardRow>
      <CardRow shape={may ? 'wide' : 'one'}>
        {may ? <HurtCard /> : null}
        <CardStack>
          <StandingCard />
          <Method
            title={t('recovery.method')}
            parts={[
              [t('recovery.methodCostTerm'), t('recovery.methodCost')],
              [t('recovery.methodLostTerm'), t('recovery.methodLost')],
              [t('recovery.methodStakeTerm'), t('recovery.methodStake')],
              [t('recovery.methodLotTerm'), t('recovery.methodLot')],
            ]}
          />
        </CardStack>
      </CardRow>
      {may ? (
        <CardRow>
          <CasesCard />
        </CardRow>
      ) : null}
    </>
  );
}
