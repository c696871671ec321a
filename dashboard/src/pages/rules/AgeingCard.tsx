import { Card } from '../../card/Card.tsx';
import { Empty } from '../../card/States.tsx';
import { Trend, trendTable, type ChartPoint, type TrendProps } from '../../charts/index.ts';
import { useFormat } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import type { Standing } from './use-rules.ts';
import { measureOf, mendText } from './words.ts';

/** Day by day, how the figure runs off when no defect is added, and how many of today's defects leave. */
export function AgeingCard({ standing }: { standing: Standing }) {
  const { t, lang } = useText();
  const format = useFormat();
  const { rule, ageing, figure } = standing;
  const points: ChartPoint[] = ageing.map(({ day, value, defectsLeaving }) => ({
    bucket: day,
    bucketEnd: day,
    value: value ?? null,
    sample: defectsLeaving,
    mature: true,
    partial: false,
  }));
  const chart: TrendProps = {
    title: t('rules.ageing'),
    measure: measureOf(rule),
    grain: 'DAY',
    series: [{ key: 'value', label: rule.title[lang], points, tone: 'now' }],
    target: rule.target.bound,
    denominator: t('rules.leaving'),
    fromZero: rule.target.comparison === 'BELOW' || rule.target.comparison === 'AT_MOST',
    happened: [],
    height: 260,
  };
  return (
    <Card
      title={t('rules.ageing')}
      sub={t('rules.ageingSub', { n: format.count(figure.defects), day: format.day(ageing.at(-1)?.day) })}
      table={ageing.length > 0 ? trendTable(chart, format) : undefined}
      file={`${rule.code}-ageing`}
      note={mendText(standing, t, format) ?? undefined}
    >
      {ageing.length > 0 ? <Trend {...chart} /> : <Empty height={260} />}
    </Card>
  );
}
