import { Card } from '../../card/Card.tsx';
import { Facts } from '../../card/Facts.tsx';
import { Rows } from '../../card/Rows.tsx';
import { figureColumn, textColumn, type ChartTable } from '../../charts/index.ts';
import { useFormat } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import classes from './forecast.module.css';
import { rowsOf } from './NumberCards.tsx';
import type { Forecast } from './use-forecast.ts';

const ONE = { unit: 'COUNT', decimals: 1 } as const;

/** Agents for the heaviest day. */
export function DeskCard({ forecast: { staffing, measures } }: { forecast: Forecast }) {
  const { t } = useText();
  const format = useFormat();
  const peak = measures.find(({ measure }) => measure === 'CONTACTS')?.peak;
  const { perAgent, agents, agentsHigh, usualAgents, days, inTime } = staffing;
  return (
    <Card title={t('forecast.desk')} sub={t('forecast.deskSub')}>
      {perAgent == null || agents == null ? (
        <p className={classes.none}>{t('forecast.cannot')}</p>
      ) : (
        <Facts
          facts={[
            [t('forecast.contacts'), peak ? format.count(Math.round(peak.expected)) : null],
            [
              t('forecast.perAgent'),
              t('forecast.perAgentValue', {
                n: format.value(perAgent, ONE),
                days: format.count(days),
                share: format.share(inTime),
              }),
            ],
            [
              t('forecast.agents'),
              t('forecast.agentsValue', { n: format.count(agents), high: format.count(agentsHigh) }),
            ],
            [t('forecast.usual'), format.value(usualAgents, ONE)],
          ]}
        />
      )}
    </Card>
  );
}

/** Parcels of the heaviest day by carrier, against what each has shown. */
export function CarriersCard({ forecast }: { forecast: Forecast }) {
  const { t, pick } = useText();
  const format = useFormat();
  const whole = (value: number | null | undefined): string => format.count(value == null ? null : Math.round(value));
  const table: ChartTable = {
    columns: [
      textColumn(t('forecast.carrier')),
      figureColumn(t('forecast.share')),
      figureColumn(t('forecast.needed')),
      figureColumn(t('forecast.upTo')),
      figureColumn(t('forecast.proven')),
      figureColumn(t('forecast.short')),
    ],
    rows: forecast.carriers.map(({ carrier, share, expected, high, proven, short }) => ({
      cells: [pick(carrier.label), format.share(share), whole(expected), whole(high), whole(proven), whole(short)],
      raw: [pick(carrier.label), share, expected, high, proven ?? null, short ?? null],
    })),
  };
  return (
    <Card title={t('forecast.carriers')} sub={t('forecast.carriersSub')} table={table} file="forecast-carriers">
      <Rows {...rowsOf(table)} empty={t('forecast.none')} />
    </Card>
  );
}
