import { Card } from '../../card/Card.tsx';
import { Pill, type PillTone } from '../../card/Pill.tsx';
import { Rows } from '../../card/Rows.tsx';
import { Answered } from '../../card/States.tsx';
import { figureColumn, textColumn, type ChartTable } from '../../charts/index.ts';
import classes from '../../estimate/Estimate.module.css';
import { useFormat, type Formatter } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import { compared, type Found, type Group } from './curves.ts';
import type { useSecondOrders } from './use-second-orders.ts';

const RATE = { unit: 'PERCENT', decimals: 1 } as const;
const tones: Record<Group['verdict'], PillTone> = {
  FEWER: 'bad',
  MORE: 'good',
  CANNOT_TELL: 'flat',
  TOO_FEW: 'flat',
  REFERENCE: 'flat',
};

/** Below a ten-thousandth the digits say nothing. */
export const chance = (p: number): string => (p < 0.0001 ? '< 0.0001' : p.toFixed(4));

/** Each group against like customers of the reference, and the log-rank test over all days. */
export function CompareCard({ query }: { query: ReturnType<typeof useSecondOrders> }) {
  const { t, lang } = useText();
  const format = useFormat();
  return (
    <Card
      title={t('secondOrders.compare')}
      sub={t('secondOrders.compareSub')}
      table={query.data ? tableOf(query.data, lang, t) : undefined}
      file="second-orders-compared"
      note={t('secondOrders.compareNote')}
    >
      <Answered query={query} height={220} empty={(found) => compared(found).length === 0}>
        {(found) => (
          <Rows columns={columnsOf(t)} rows={compared(found).map((group) => rowOf(group, lang, t, format))} />
        )}
      </Answered>
    </Card>
  );
}

type Words = ReturnType<typeof useText>['t'];
type Lang = ReturnType<typeof useText>['lang'];

const columnsOf = (t: Words) => [
  { label: t('secondOrders.group') },
  { label: t('secondOrders.orders'), right: true },
  { label: t('secondOrders.back'), right: true },
  { label: t('secondOrders.like'), right: true },
  { label: t('secondOrders.difference'), right: true },
  { label: t('secondOrders.pace'), right: true },
  { label: t('secondOrders.verdict') },
];

function rowOf(
  { group, difference, logRank, verdict, needed, customers }: Group,
  lang: Lang,
  t: Words,
  format: Formatter,
) {
  const points = (value: number) => format.change(value, RATE);
  const said = t(`secondOrders.verdict${verdict}`);
  return {
    key: group.code,
    cells: [
      group.label[lang],
      format.count(difference?.orders ?? customers),
      format.value(difference?.share, RATE),
      format.value(difference?.expected, RATE),
      difference ? (
        <span key="difference" className={classes.estimate}>
          {points(difference.value)}
          <small>
            {points(difference.interval.low)} … {points(difference.interval.high)}
          </small>
        </span>
      ) : (
        format.noValue()
      ),
      logRank ? (
        <span key="pace" className={classes.estimate}>
          × {logRank.paceRatio.toFixed(2)}
          <small>p {chance(logRank.pValue)}</small>
        </span>
      ) : (
        format.noValue()
      ),
      <span key="verdict">
        <Pill tone={tones[verdict]}>{said}</Pill>
        {needed ? <small> {t('secondOrders.needs', { n: format.count(needed) })}</small> : null}
      </span>,
    ],
  };
}

function tableOf(found: Found, lang: Lang, t: Words): ChartTable {
  const names = ['orders', 'back', 'like', 'difference', 'low', 'high', 'pace', 'p'] as const;
  return {
    columns: [textColumn(t('secondOrders.group')), ...names.map((name) => figureColumn(t(`secondOrders.${name}`)))],
    rows: compared(found).map(({ group, difference, logRank }) => {
      const raw = [
        difference?.orders,
        difference?.share,
        difference?.expected,
        difference?.value,
        difference?.interval.low,
        difference?.interval.high,
        logRank?.paceRatio,
        logRank?.pValue,
      ].map((value) => value ?? null);
      const label = group.label[lang];
      return {
        cells: [label, ...raw.map((value) => (value === null ? '' : String(Number(value.toFixed(4)))))],
        raw: [label, ...raw],
      };
    }),
  };
}
