import { Card } from '../../card/Card.tsx';
import { Facts } from '../../card/Facts.tsx';
import { Answered } from '../../card/States.tsx';
import { useShop, type Definition } from '../../filters/shop-context.tsx';
import { useFormat } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import { figureData } from '../../metric/figure-data.ts';
import { DrillLink } from '../../metric/Drill.tsx';
import type { useGuide } from './use-guide.ts';

type Example = Pick<ReturnType<typeof useGuide>, 'example' | 'period'>;

/** The figure of a recent month with its two parts, each a door to its rows. */
export function ExampleCard({ definition, example, period }: Example & { definition: Definition }) {
  const { t, pick } = useText();
  const { shop } = useShop();
  const format = useFormat();
  const measure = { ...definition, currency: shop.currency };
  const rows = { metric: definition.id, period };
  return (
    <Card
      title={t('guide.example')}
      sub={t('guide.exampleSub', { range: format.dayRange(period.from, period.to, true) })}
    >
      <Answered query={example} height={120}>
        {(point) => (
          <Facts
            facts={[
              [
                t('guide.value'),
                <b
                  key="value"
                  {...figureData(definition, {
                    value: point?.value ?? null,
                    bucket: period.from,
                    bucketEnd: period.to,
                  })}
                >
                  {format.exact(point?.value, measure)}
                </b>,
              ],
              [t('guide.interval'), point?.interval ? format.interval(point.interval, measure) : null],
              [
                pick(definition.numerator),
                definition.kind === 'PERCENTILE' ? null : (
                  <>
                    {format.count(point?.numerator)} <DrillLink {...rows} part="NUMERATOR" />
                  </>
                ),
              ],
              [
                pick(definition.denominator ?? definition.numerator),
                definition.denominator ? (
                  <>
                    {format.count(point?.denominator)} <DrillLink {...rows} part="DENOMINATOR" />
                  </>
                ) : null,
              ],
            ]}
          />
        )}
      </Answered>
    </Card>
  );
}
