import { Card } from '../../card/Card.tsx';
import { Rows } from '../../card/Rows.tsx';
import { Answered, Empty } from '../../card/States.tsx';
import { HeatMap, heatTable, type HeatMapProps } from '../../charts/index.ts';
import { useFilters } from '../../filters/use-filters.ts';
import { useShop } from '../../filters/shop-context.tsx';
import { useFormat } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import { Uncut } from '../../metric/Uncut.tsx';
import { rfmGrid, segmentSums, tierGrid, type Grid } from './grids.ts';
import { useRfm, useTierMigration } from './use-membership.ts';

const heat = (grid: Grid, title: string, rowHead: string, noteHead?: string): HeatMapProps => ({
  title,
  measure: { unit: 'COUNT', decimals: 0 },
  rowHead,
  ...(noteHead === undefined ? {} : { noteHead }),
  columns: grid.columns,
  rows: grid.rows,
  keepOnPhone: grid.columns.length,
  scale: { kind: 'sequential', most: grid.most },
  tall: true,
});

/** Who rose and who fell; those who stayed stand beside. */
export function TiersCard() {
  const query = useTierMigration();
  const { t, lang } = useText();
  const { period } = useFilters();
  const format = useFormat();
  const words = { none: t('membership.newMember'), stayed: (n: string) => n };
  const grid = query.data ? tierGrid(query.data, lang, words, format) : undefined;
  const props = grid && heat(grid, t('membership.moves'), t('membership.from'), t('membership.stayed'));
  return (
    <Card
      title={t('membership.moves')}
      sub={
        <>
          {t('membership.movesSub', { days: format.dayRange(period.from, period.to) })} <Uncut />
        </>
      }
      table={props ? heatTable(props, format) : undefined}
      file="tier-migration"
    >
      <Answered query={query} height={180}>
        {(moves) =>
          moves.length === 0 ? (
            <Empty text={t('membership.noTiers')} height={120} />
          ) : props ? (
            <HeatMap {...props} />
          ) : null
        }
      </Answered>
    </Card>
  );
}

export function RfmCard() {
  const query = useRfm();
  const { t, pick } = useText();
  const { asOf } = useShop();
  const format = useFormat();
  const words = {
    row: (n: number) => t(`membership.frequency${n as 1 | 2 | 3 | 4 | 5}`),
    column: (n: number) => t(`membership.recency${n as 1 | 2 | 3 | 4 | 5}`),
  };
  const rfm = query.data;
  const props = rfm && {
    ...heat(rfmGrid(rfm.segments, words, format), t('membership.rfm'), t('membership.often'), 'n'),
    measure: { unit: 'PERCENT' as const, decimals: 1 },
  };
  return (
    <Card
      title={t('membership.rfm')}
      sub={
        <>
          {t('membership.rfmSub', { n: format.count(rfm?.customers), day: format.day(asOf) })} <Uncut />
        </>
      }
      table={props ? heatTable(props, format) : undefined}
      note={t('membership.rfmNote')}
      file="rfm"
    >
      <Answered query={query} height={220}>
        {({ gate, segments }) =>
          segments.length === 0 ? (
            <Empty text={gate ? pick(gate) : t('membership.noTiers')} height={160} />
          ) : props ? (
            <HeatMap {...props} />
          ) : null
        }
      </Answered>
    </Card>
  );
}

/** The named groups of the grid, with what they brought. */
export function SegmentsCard() {
  const query = useRfm();
  const { t, pick } = useText();
  const format = useFormat();
  const columns = [
    { label: t('membership.segment') },
    { label: t('membership.customers'), right: true },
    { label: t('membership.share'), right: true },
    { label: t('membership.paid'), right: true },
  ];
  const rows = segmentSums(query.data?.segments ?? []).map((sum) => ({
    key: sum.code,
    cells: [pick(sum.label), format.count(sum.customers), format.share(sum.share), format.money(sum.paid)],
  }));
  return (
    <Card
      title={t('membership.segments')}
      sub={
        <>
          {t('membership.segmentsSub')} <Uncut />
        </>
      }
    >
      <Answered query={query} height={220}>
        {() => <Rows columns={columns} rows={rows} empty={t('membership.noTiers')} />}
      </Answered>
    </Card>
  );
}
