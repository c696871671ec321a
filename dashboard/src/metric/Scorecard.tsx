import type { ReactNode } from 'react';

import type { ChartTable } from '../charts/index.ts';
import { useFormat, type Formatter } from '../format/index.ts';
import { useText } from '../i18n/index.ts';
import { DrillLink, useDrill } from './Drill.tsx';
import { figureData } from './figure-data.ts';
import classes from './Scorecard.module.css';
import type { ScorecardCell, ScorecardRow } from './scorecard-rows.ts';
import type { Lang, Period } from './types.ts';

interface ScorecardProps {
  rows: readonly ScorecardRow[];
  rowHead: string;
  dimension: string;
  period: Period;
  /** What a row is called; its label where absent. */
  name?: (row: ScorecardRow) => ReactNode;
}

/** Rows of one kind, a figure in each column with its interval; no ranks: a cell is coloured only where it is apart from the whole. */
export function Scorecard({ rows, rowHead, dimension, period, name }: ScorecardProps) {
  const { t, pick } = useText();
  const heads = rows[0]?.cells.map(({ head }) => head) ?? [];
  return (
    <>
      <div className={classes.scroll}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th>{rowHead}</th>
              {heads.map((head) => (
                <th key={head.id} className={classes.right}>
                  {pick(head.title)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key}>
                <td>{name?.(row) ?? pick(row.label)}</td>
                {row.cells.map((cell) => (
                  <Cell key={cell.head.id} cell={cell} row={row} dimension={dimension} period={period} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className={classes.note}>{t('metric.apart')}</p>
    </>
  );
}

interface CellProps {
  cell: ScorecardCell;
  row: ScorecardRow;
  dimension: string;
  period: Period;
}

function Cell({ cell, row, dimension, period }: CellProps) {
  const format = useFormat();
  const { head, point, tooFew, tone } = cell;
  const opens = useDrill(head.id) !== undefined;
  if (!point || point.value == null) return <td className={`${classes.right} ${classes.none}`}>–</td>;
  const key = [{ dimension, value: row.key }];
  const written = (
    <b className={tooFew ? classes.few : undefined} data-tone={tone} {...figureData(head, point, key)}>
      {format.value(point.value, head)}
    </b>
  );
  return (
    <td className={classes.right}>
      {opens ? (
        <DrillLink metric={head.id} period={period} slice={key} className={classes.link}>
          {written}
        </DrillLink>
      ) : (
        written
      )}
      <small>
        {head.unit === 'COUNT'
          ? null
          : `n ${format.count(point.sample)}${point.interval && !tooFew ? ` · ${format.interval(point.interval, head)}` : ''}`}
      </small>
    </td>
  );
}

/** Every figure with its interval, for reading and for export. */
export function scorecardTable(
  rows: readonly ScorecardRow[],
  rowHead: string,
  format: Formatter,
  lang: Lang,
): ChartTable {
  const heads = rows[0]?.cells.map(({ head }) => head) ?? [];
  return {
    columns: [
      { label: rowHead, numeric: false },
      ...heads.flatMap((head) => [
        { label: head.title[lang], numeric: true },
        { label: 'n', numeric: true },
      ]),
    ],
    rows: rows.map((row) => ({
      cells: [
        row.label[lang],
        ...row.cells.flatMap(({ head, point }) => [format.exact(point?.value, head), format.count(point?.sample ?? 0)]),
      ],
      raw: [row.label[lang], ...row.cells.flatMap(({ point }) => [point?.value ?? null, point?.sample ?? 0])],
    })),
  };
}
