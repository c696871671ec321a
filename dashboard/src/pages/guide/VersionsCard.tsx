import { Card } from '../../card/Card.tsx';
import { Answered } from '../../card/States.tsx';
import {
  figureColumn,
  textColumn,
  Trend,
  type ChartPoint,
  type ChartTable,
  type TrendProps,
} from '../../charts/index.ts';
import { addDays, addMonths, later, monthEnd } from '../../filters/days.ts';
import { useShop, type Definition } from '../../filters/shop-context.tsx';
import { useFormat, type Formatter, type Measure } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import { useVersions, type VersionPoint, type VersionsAnswer } from '../../metric/versions/query.ts';
import { differenceText, finer, turnText } from '../../metric/versions/told.ts';
import classes from './index.module.css';

const MONTHS = 15;

/** A metric whose definition changed, under both: month by month, and the difference in words. */
export function VersionsCard({ definition }: { definition: Definition }) {
  const { t } = useText();
  const { shop, asOf, firstDay } = useShop();
  const format = useFormat();
  const period = { from: later(addMonths(asOf, 1 - MONTHS), firstDay), to: asOf };
  const asked = { metric: definition.id, version: definition.version, period };
  const months = useVersions({ ...asked, grain: 'MONTH' });
  const settled = months.data?.points.findLast((point) => isSettled(point, definition, asOf));
  const told = { from: period.from, to: settled?.bucketEnd ?? period.to };
  const whole = useVersions({ ...asked, period: told });
  const measure = { ...definition, currency: shop.currency };
  const props = months.data && trendOf(months.data, { definition, measure, asOf, title: t('guide.versionsTitle') });
  const total = whole.data?.points[0];
  return (
    <Card
      title={t('guide.versionsTitle')}
      sub={t('guide.versionsSub', {
        before: definition.version - 1,
        after: definition.version,
        range: format.dayRange(period.from, period.to, true),
      })}
      table={months.data ? versionsTable(months.data, measure, t, format) : undefined}
      file={`versions-${definition.id.toLowerCase()}`}
    >
      <Answered
        query={months}
        height={300}
        empty={(answer) => answer.points.every(({ after }) => after?.value == null)}
      >
        {(answer) => (
          <>
            {total && whole.data ? (
              <p className={classes.words} data-testid="versions-told">
                <b>{format.dayRange(told.from, told.to, true)}</b> {differenceText(total, whole.data, measure, format)}
              </p>
            ) : null}
            <p className={classes.other} data-testid="versions-turn">
              {turnText(answer.points, { since: definition.since, versions: answer, measure }, format)}
            </p>
            {props ? <Trend {...props} /> : null}
          </>
        )}
      </Answered>
    </Card>
  );
}

/** As the declared days say: an old definition has no delays learned from history. */
const isSettled = ({ bucketEnd }: VersionPoint, { maturesAfterDays }: Definition, asOf: string): boolean =>
  addDays(bucketEnd, maturesAfterDays) <= asOf;

const pointOf = (point: VersionPoint, side: 'before' | 'after', mature: boolean): ChartPoint => ({
  bucket: point.bucket,
  bucketEnd: point.bucketEnd,
  value: point[side]?.value ?? null,
  sample: point[side]?.denominator ?? 0,
  mature,
  partial: point.bucketEnd !== monthEnd(point.bucket),
});

interface Shown {
  definition: Definition;
  measure: Measure;
  asOf: string;
  title: string;
}

function trendOf(answer: VersionsAnswer, { definition, measure, asOf, title }: Shown): TrendProps {
  const { since } = definition;
  const pointsOf = (side: 'before' | 'after') =>
    answer.points.map((point) => pointOf(point, side, isSettled(point, definition, asOf)));
  const [first, last] = [answer.points[0]?.bucket ?? since, answer.points.at(-1)?.bucketEnd ?? since];
  const [now, then] = [`v${answer.after.version}`, `v${answer.before.version}`];
  return {
    title,
    measure,
    grain: 'MONTH',
    series: [
      { key: 'after', label: now, tone: 'now', points: pointsOf('after') },
      {
        key: 'before',
        label: then,
        tone: 'then',
        thin: true,
        points: pointsOf('before'),
      },
    ],
    annotations: since > first && since <= last ? [{ from: since, label: now }] : [],
  };
}

/** Every month under both, the difference and its two parts, and the figure in force with what moved it. */
function versionsTable(
  { points, before, after }: VersionsAnswer,
  measure: Measure,
  t: ReturnType<typeof useText>['t'],
  format: Formatter,
): ChartTable {
  const exact = finer(measure);
  const heads = [
    `v${before.version}`,
    `v${after.version}`,
    t('guide.difference'),
    t('guide.byDefinition'),
    t('guide.byRows'),
    t('guide.inForce'),
    t('guide.moved'),
    t('guide.byCustomers'),
    t('guide.byNewDefinition'),
  ];
  const change = (value: number | undefined) => (value === undefined ? '' : format.change(value, exact));
  return {
    columns: [textColumn(t('guide.month')), ...heads.map((head) => figureColumn(head))],
    rows: points.map((point) => ({
      cells: [
        format.month(point.bucket),
        format.value(point.before?.value, exact),
        format.value(point.after?.value, exact),
        change(point.difference?.difference),
        change(point.difference?.definition),
        change(point.difference?.rows),
        `v${point.inForce}`,
        change(point.change?.total),
        change(point.change?.customers),
        change(point.change?.definition),
      ],
      raw: [
        point.bucket,
        point.before?.value ?? null,
        point.after?.value ?? null,
        point.difference?.difference ?? null,
        point.difference?.definition ?? null,
        point.difference?.rows ?? null,
        point.inForce,
        point.change?.total ?? null,
        point.change?.customers ?? null,
        point.change?.definition ?? null,
      ],
    })),
  };
}
