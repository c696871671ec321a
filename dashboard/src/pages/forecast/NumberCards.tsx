import { Card } from '../../card/Card.tsx';
import { Rows } from '../../card/Rows.tsx';
import { figureColumn, textColumn, type ChartTable } from '../../charts/index.ts';
import { useFormat, type Formatter } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import type { Forecast } from './use-forecast.ts';

const whole = (value: number | null | undefined, format: Formatter): string =>
  format.count(value == null ? null : Math.round(value));

const rangeText = (range: { low: number; high: number } | null | undefined, format: Formatter): string =>
  range ? `${whole(range.low, format)}–${whole(range.high, format)}` : format.noValue();

export const rowsOf = (table: ChartTable) => ({
  columns: table.columns.map(({ label, numeric }) => ({ label, right: numeric })),
  rows: table.rows.map(({ cells }, at) => ({ key: `${at} ${cells[0]}`, cells })),
});

/** All days and the heaviest one, of each measure. */
export function TotalsCard({ forecast }: { forecast: Forecast }) {
  const { t, pick } = useText();
  const format = useFormat();
  const table: ChartTable = {
    columns: [
      textColumn(t('forecast.what')),
      figureColumn(t('forecast.peak')),
      figureColumn(t('forecast.peakRange')),
      figureColumn(t('forecast.total')),
      figureColumn(t('forecast.calm')),
    ],
    rows: forecast.measures.map(({ title, total, peak, calm }) => ({
      cells: [
        pick(title),
        whole(peak?.expected, format),
        rangeText(peak, format),
        whole(total?.expected, format),
        whole(calm, format),
      ],
      raw: [pick(title), peak?.expected ?? null, rangeText(peak, format), total?.expected ?? null, calm],
    })),
  };
  return (
    <Card title={t('forecast.totals')} sub={t('forecast.totalsSub')} table={table} file="forecast-totals">
      <Rows {...rowsOf(table)} />
    </Card>
  );
}

/** The same method on the peaks that are over. */
export function TriedCard({ forecast }: { forecast: Forecast }) {
  const { t, pick } = useText();
  const format = useFormat();
  const titles = new Map(forecast.measures.map(({ measure, title }) => [measure, pick(title)]));
  const table: ChartTable = {
    columns: [
      textColumn(t('forecast.event')),
      textColumn(t('forecast.what')),
      figureColumn(t('forecast.foretold')),
      figureColumn(t('forecast.range')),
      figureColumn(t('forecast.actual')),
      textColumn(t('forecast.inside')),
    ],
    rows: forecast.backtests.map((tried) => {
      const name = `${pick(tried.event)} ${tried.day.slice(0, 4)}`;
      const held = t(tried.inside ? 'forecast.yes' : 'forecast.no');
      const range = rangeText(tried, format);
      const measure = titles.get(tried.measure) ?? '';
      return {
        cells: [name, measure, whole(tried.expected, format), range, whole(tried.actual, format), held],
        raw: [name, measure, tried.expected, range, tried.actual, held],
      };
    }),
  };
  return (
    <Card title={t('forecast.tried')} sub={t('forecast.triedSub')} table={table} file="forecast-tried">
      <Rows {...rowsOf(table)} empty={t('forecast.noTries')} />
    </Card>
  );
}
