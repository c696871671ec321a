import { Card } from '../../card/Card.tsx';
import { Answered } from '../../card/States.tsx';
import { Trend, trendTable, type ChartPoint, type TrendProps } from '../../charts/index.ts';
import { useFormat } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import type { CustomerValueState, Found } from './use-customer-value.ts';

type Check = NonNullable<Found['check']>;

const monday = (sunday: string): string => new Date(Date.parse(sunday) - 6 * 86_400_000).toISOString().slice(0, 10);

const pointOf = (day: string, value: number): ChartPoint => ({
  bucket: monday(day),
  bucketEnd: day,
  value,
  sample: Math.round(value),
  mature: true,
  partial: false,
});

/** Repeat orders as they came, and as the model has them that had not seen the days behind the line. */
export function TrackCard({ query }: { query: CustomerValueState }) {
  const { t } = useText();
  const format = useFormat();
  const check = query.data?.check;
  const propsOf = ({ weeks, fittedTo }: Check): TrendProps => ({
    title: t('customerValue.track'),
    measure: { unit: 'COUNT' },
    grain: 'WEEK',
    fromZero: true,
    height: 260,
    happened: [],
    annotations: [{ from: fittedTo, label: t('customerValue.unseen') }],
    series: [
      {
        key: 'actual',
        label: t('customerValue.actual'),
        tone: 'now',
        points: weeks.map(({ day, actual }) => pointOf(day, actual)),
      },
      {
        key: 'expected',
        label: t('customerValue.expected'),
        tone: 'then',
        thin: true,
        dashed: true,
        points: weeks.map(({ day, expected }) => pointOf(day, expected)),
      },
    ],
  });
  return (
    <Card
      title={t('customerValue.track')}
      sub={t('customerValue.trackSub', { day: check ? format.day(check.fittedTo) : '' })}
      table={check ? trendTable(propsOf(check), format) : undefined}
      file="customer-value-tracking"
    >
      <Answered query={query} height={260} empty={(found) => !found.check}>
        {(found) => (found.check ? <Trend {...propsOf(found.check)} /> : null)}
      </Answered>
    </Card>
  );
}
