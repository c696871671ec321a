import { Card } from '../../card/Card.tsx';
import { Answered } from '../../card/States.tsx';
import { Spread, spreadTable, type SpreadProps } from '../../charts/index.ts';
import { useFilters } from '../../filters/use-filters.ts';
import { useShop } from '../../filters/shop-context.tsx';
import { useWiden } from '../../filters/use-widen.ts';
import { useFormat } from '../../format/index.ts';
import type { SpreadQuery } from '../../gql/graphql.ts';
import { useText } from '../../i18n/index.ts';
import { Uncut } from '../../metric/Uncut.tsx';
import { useSpread } from './use-returns.ts';

type Amount = SpreadQuery['compensationSpread'][number]['p10'];

const numberOf = (money: Amount): number | null => (money ? Number(money.amount) : null);

/** The same failure, how often it was made up for and with how much: a wide spread is a standard nobody knows. */
export function SpreadCard() {
  const widen = useWiden();
  const query = useSpread();
  const { t, pick } = useText();
  const { shop } = useShop();
  const { period } = useFilters();
  const format = useFormat();
  const props: SpreadProps | undefined = query.data && {
    title: t('returns.spread'),
    measure: { unit: 'MONEY', decimals: 2, currency: shop.currency },
    rows: query.data.map((row) => ({
      key: row.failure.value ?? '',
      label: pick(row.failure.label),
      note: t('returns.spreadNote', { failures: format.count(row.failures), granted: format.count(row.granted) }),
      low: numberOf(row.p10),
      median: numberOf(row.medianAmount),
      high: numberOf(row.p90),
      share: row.share ?? null,
      total: numberOf(row.total),
    })),
    heads: {
      label: t('returns.failure'),
      low: t('returns.low'),
      median: t('returns.median'),
      high: t('returns.high'),
      share: t('returns.covered'),
      total: t('returns.total'),
    },
  };
  return (
    <Card
      title={t('returns.spread')}
      sub={
        <>
          {t('returns.spreadSub', { days: format.dayRange(period.from, period.to) })} <Uncut />
        </>
      }
      note={t('returns.spreadKnown')}
      table={props ? spreadTable(props, format) : undefined}
      file="compensation-spread"
    >
      <Answered query={query} height={300} onWiden={widen} empty={(rows) => rows.length === 0}>
        {() => (props ? <Spread {...props} /> : null)}
      </Answered>
    </Card>
  );
}
