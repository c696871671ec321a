import { useCallback, useRef, useState, type KeyboardEvent } from 'react';
import { useFormat, type Measure } from '../../format/index.ts';
import { ChartFigure } from '../figure.tsx';
import { useWidth } from '../use-width.ts';
import {
  cellSays,
  heatSummary,
  heatTone,
  keyEnds,
  type HeatCell,
  type HeatColumn,
  type HeatMapProps,
} from './heat.data.ts';
import classes from './heat.module.css';

const MOVES: Record<string, [number, number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

function classOf(cell: HeatCell, scale: HeatMapProps['scale'], opens: boolean): string {
  const state =
    cell.value === null
      ? classes.none
      : cell.tooFew
        ? classes.few
        : cell.young
          ? classes.young
          : classes[heatTone(cell.value, scale)];
  return [classes.cell, state, opens && cell.value !== null ? classes.open : ''].filter(Boolean).join(' ');
}

interface HeatCellProps {
  cell: HeatCell;
  measure: Measure;
  scale: HeatMapProps['scale'];
  where: string;
  focusable: boolean;
  onFocus: () => void;
  onOpen?: (() => void) | undefined;
}

function Cell({ cell, measure, scale, where, focusable, onFocus, onOpen }: HeatCellProps) {
  const format = useFormat();
  const says = `${where}: ${cellSays(cell, measure, format)}`;
  if (cell.future || cell.running)
    return (
      <div
        role="gridcell"
        aria-label={says}
        title={cell.running ? says : undefined}
        tabIndex={focusable ? 0 : -1}
        onFocus={onFocus}
        className={cell.running ? `${classes.cell} ${classes.running}` : classes.cell}
      />
    );
  return (
    <div
      {...cell.marking}
      data-testid={cell.marking ? 'point' : undefined}
      role="gridcell"
      aria-label={says}
      title={says}
      tabIndex={focusable ? 0 : -1}
      className={classOf(cell, scale, onOpen !== undefined)}
      onFocus={onFocus}
      onClick={cell.value === null ? undefined : onOpen}
      onKeyDown={(event) => event.key === 'Enter' && onOpen?.()}
    >
      {cell.value === null ? '·' : format.bare(cell.value, measure)}
    </div>
  );
}

function Key({ props, left }: { props: HeatMapProps; left: number }) {
  const format = useFormat();
  const running = props.rows.some((row) => row.cells.some((cell) => cell.running));
  const ends = keyEnds(props.scale, props.measure, format);
  const tones =
    props.scale.kind === 'diverging'
      ? (['d3n', 'd2n', 'd1n', 'd0n', 'd0p', 'd1p', 'd2p'] as const)
      : (['q0', 'q1', 'q2', 'q3', 'q4', 'q5', 'q6'] as const);
  return (
    <div className={classes.key}>
      {ends.low}
      {tones.slice(0, 4).map((tone) => (
        <i key={tone} className={classes[tone]} />
      ))}
      {ends.middle}
      {tones.slice(4).map((tone) => (
        <i key={tone} className={classes[tone]} />
      ))}
      {ends.high}
      {running && props.runningNote && (
        <span className={classes.hatchKey}>
          <i className={classes.running} />
          {props.runningNote}
        </span>
      )}
      {left > 0 && (
        <span>{format.lang === 'zh' ? `另有 ${left} 列，见“表格”。` : `${left} more columns in the table.`}</span>
      )}
      {props.footnote && <span>{props.footnote}</span>}
    </div>
  );
}

/** A column's name; where a figure of its own stands behind it, the way to that. */
function Head({ column, upright }: { column: HeatColumn; upright: boolean | undefined }) {
  return (
    <div role="columnheader" className={upright ? `${classes.head} ${classes.upright}` : classes.head}>
      {column.onOpen ? (
        <button
          type="button"
          {...column.marking}
          data-testid="point"
          className={classes.headButton}
          aria-label={column.opens}
          title={column.opens}
          onClick={column.onOpen}
        >
          {column.label}
        </button>
      ) : (
        <span>{column.label}</span>
      )}
    </div>
  );
}

/** Numbers in a grid, coloured from the target outwards; arrows move, Enter opens the rows behind a cell. */
export function HeatMap(props: HeatMapProps) {
  const format = useFormat();
  const [frame, width] = useWidth<HTMLElement>(640);
  const grid = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState<[number, number]>([0, 0]);
  const phone = width < 480;
  const kept = props.keepOnPhone ?? 7;
  const from = phone && !props.keepFirst ? Math.max(0, props.columns.length - kept) : 0;
  const columns = props.columns.slice(from, phone ? from + kept : undefined);
  const move = useCallback(
    (event: KeyboardEvent) => {
      const [row, column] = active;
      const step = MOVES[event.key];
      if (!step) return;
      event.preventDefault();
      const next: [number, number] = [
        Math.min(props.rows.length - 1, Math.max(0, row + step[0])),
        Math.min(columns.length - 1, Math.max(0, column + step[1])),
      ];
      setActive(next);
      grid.current?.querySelectorAll<HTMLElement>('[role=gridcell]')[next[0] * columns.length + next[1]]?.focus();
    },
    [active, columns.length, props.rows.length],
  );
  const labelColumn = phone ? 'minmax(56px, 84px)' : 'minmax(120px, 150px)';
  return (
    <ChartFigure summary={heatSummary(props, format)} frame={frame}>
      <div
        ref={grid}
        role="grid"
        tabIndex={-1}
        aria-label={props.title}
        className={props.tall && !phone ? `${classes.heat} ${classes.tall}` : classes.heat}
        style={{ gridTemplateColumns: `${labelColumn} repeat(${columns.length}, minmax(0, 1fr))` }}
        onKeyDown={move}
      >
        <div role="row" className={classes.row}>
          <div role="columnheader" className={`${classes.head} ${classes.noteHead}`}>
            {phone ? <span className={classes.unseen}>{props.noteHead ?? props.title}</span> : props.noteHead}
          </div>
          {columns.map((column) => (
            <Head key={column.key} column={column} upright={props.upright} />
          ))}
        </div>
        {props.rows.map((row, rowAt) => (
          <div key={row.key} role="row" className={classes.row}>
            <div role="rowheader" className={classes.label}>
              <span>{row.label}</span>
              {!phone && <em>{row.note}</em>}
            </div>
            {columns.map((column, at) => (
              <Cell
                key={column.key}
                cell={row.cells[from + at] ?? { value: null, sample: 0, future: true }}
                measure={props.measure}
                scale={props.scale}
                where={`${row.label}, ${column.label}`}
                focusable={active[0] === rowAt && active[1] === at}
                onFocus={() => setActive([rowAt, at])}
                onOpen={
                  props.onCell && props.opensColumn?.(column.key) !== false
                    ? () => props.onCell?.(row.key, column.key)
                    : undefined
                }
              />
            ))}
          </div>
        ))}
      </div>
      <Key props={props} left={props.columns.length - columns.length} />
    </ChartFigure>
  );
}
