import { Answer } from '../../card/Answer.tsx';
import { AnswerComing } from '../../card/AnswerComing.tsx';
import { CardRow, CardStack } from '../../card/CardRow.tsx';
import { Method } from '../../estimate/Estimate.tsx';
import { useFormat, type Formatter } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import { BandsCard } from './BandsCard.tsx';
import { FrequencyCard, LapsesCard } from './CheckCards.tsx';
import { TrackCard } from './TrackCard.tsx';
import { useCustomerValue, type Found } from './use-customer-value.ts';

/** Four figures that say the same as any, in the order of the formulas. */
const figures = (parameters: Found['parameters'], format: Formatter): string =>
  parameters
    .map(({ symbol, value, interval }) => {
      const digits = (each: number) => format.trimmed(Number(each.toPrecision(4)), { unit: 'SCORE', decimals: 3 });
      return `${symbol} ${digits(value)}${interval ? ` (${digits(interval.low)} – ${digits(interval.high)})` : ''}`;
    })
    .join(' · ');

export default function CustomerValuePage() {
  const query = useCustomerValue();
  const { t, pick } = useText();
  const format = useFormat();
  const { answer, parameters = [], check, model } = query.data ?? {};
  const correlation = check?.correlation;
  return (
    <>
      {answer ? (
        <Answer lead={pick(answer.lead)} rest={pick(answer.rest)} />
      ) : (
        <AnswerComing work="customerValue" query={query} />
      )}
      <CardRow shape="wide">
        <CardStack>
          <BandsCard query={query} />
          <TrackCard query={query} />
        </CardStack>
        <CardStack>
          <FrequencyCard query={query} />
          <LapsesCard query={query} />
        </CardStack>
      </CardRow>
      <CardRow>
        <Method
          title={t('customerValue.method')}
          parts={[
            [t('customerValue.methodBuyingTerm'), t('customerValue.methodBuying')],
            ...(model
              ? [
                  [
                    t('customerValue.methodVariantTerm'),
                    t('customerValue.methodVariant', { model: pick(model.label) }),
                  ] as const,
                ]
              : []),
            [t('customerValue.methodSpendingTerm'), t('customerValue.methodSpending')],
            [t('customerValue.methodCheckTerm'), t('customerValue.methodCheck')],
            [t('customerValue.methodLimitsTerm'), t('customerValue.methodLimits')],
            ...(parameters.length > 0 ? [[t('customerValue.parameters'), figures(parameters, format)] as const] : []),
            ...(correlation == null
              ? []
              : [
                  [
                    t('customerValue.correlationTerm'),
                    t('customerValue.correlation', { r: format.value(correlation, { unit: 'SCORE', decimals: 2 }) }),
                  ] as const,
                ]),
          ]}
        />
      </CardRow>
    </>
  );
}
