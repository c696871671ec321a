import { isSmall, SMALLEST_SHOWN } from '../suppression.ts';

/** One slice of one bucket. */
export interface Cell {
  /** A code for each dimension of the table. */
  codes: readonly string[];
  sample: number;
  /** Its days begin or end where a few could be told from the rest: see edges.ts. */
  cut: boolean;
}

type Line = readonly number[];

/** Rows and columns of a table of two dimensions, the whole of one: what a total exists of. */
function linesOf(cells: readonly Cell[]): { along: number; line: Line }[] {
  const dimensions = cells[0]?.codes.length ?? 0;
  const all = cells.map((_, index) => index);
  if (dimensions < 2) return [{ along: 0, line: all }];
  return [0, 1].flatMap((along) =>
    [...Map.groupBy(all, (index) => cells[index]?.codes[along] ?? '').values()].map((line) => ({ along, line })),
  );
}

/** The smallest shown one of a line that has rows at all: hidden beside, it keeps the total from telling. */
function nextOf(cells: readonly Cell[], line: Line, hidden: ReadonlySet<number>): number | undefined {
  const shown = line.filter((index) => !hidden.has(index) && (cells[index]?.sample ?? 0) > 0);
  return shown.toSorted((a, b) => (cells[a]?.sample ?? 0) - (cells[b]?.sample ?? 0))[0];
}

const sampleOf = (cells: readonly Cell[], line: Line): number =>
  line.reduce((sum, index) => sum + (cells[index]?.sample ?? 0), 0);

/** What is hidden of a line must be two cells or more that together are no small group; where that cannot be, all of it is. */
const isSafe = (cells: readonly Cell[], of: Line): boolean =>
  of.length === 0 || (of.length > 1 && sampleOf(cells, of) >= SMALLEST_SHOWN);

/** Small cells, those whose days are cut badly, and as many more as every total needs to tell nothing of them. */
export function hiddenCells(cells: readonly Cell[]): Set<number> {
  const hidden = new Set(
    cells.flatMap(({ sample, cut }, index) => (isSmall(sample) || (cut && sample > 0) ? [index] : [])),
  );
  const lines = linesOf(cells);
  for (let more = true; more;) {
    more = false;
    for (const { line } of lines) {
      const of = line.filter((index) => hidden.has(index));
      const next = isSafe(cells, of) ? undefined : nextOf(cells, line, hidden);
      if (next === undefined) continue;
      hidden.add(next);
      more = true;
    }
  }
  return hidden;
}

/**
 * May the sum of these cells be told? Only where it is made of what may be told: cells that are shown, and of each line's hidden ones
 * all or none. Whatever is then added and subtracted stays made of these.
 */
export function maybeTold(cells: readonly Cell[], hidden: ReadonlySet<number>, asked: ReadonlySet<number>): boolean {
  const lines = linesOf(cells);
  const holds = ({ line }: { line: Line }): boolean => {
    const of = line.filter((index) => hidden.has(index));
    const within = of.filter((index) => asked.has(index)).length;
    return within === 0 || within === of.length;
  };
  return [0, 1].some((along) => {
    const own = lines.filter((each) => each.along === along);
    return own.length > 0 && own.every(holds);
  });
}
