import type { Tone } from '../point.ts';

export interface SankeyNode {
  key: string;
  label: string;
  value: number;
  tone: Tone;
  /** Its share, as it stands under its label. */
  note?: string;
}

/** From a node of its column to one of the next. */
export interface SankeyLink {
  column: number;
  from: string;
  to: string;
  value: number;
}

export interface PlacedNode extends SankeyNode {
  column: number;
  top: number;
  height: number;
}

export interface Ribbon<Link extends SankeyLink> {
  link: Link;
  thickness: number;
  /** Tops at both ends. */
  start: number;
  end: number;
  tone: Tone;
}

/** Thinner than that nothing is seen; what is drawn says so in its summary. */
const LEAST = 1.5;

/** Room between two nodes of a column, for their labels. */
const GAP = 26;

const sum = (values: readonly { value: number }[]): number => values.reduce((total, { value }) => total + value, 0);

/** One scale for all columns, so that equal thickness is equal many. */
export function placeNodes(
  columns: readonly (readonly SankeyNode[])[],
  room: number,
  gap = GAP,
): { nodes: PlacedNode[]; scale: number } {
  const shown = columns.map((nodes) => nodes.filter(({ value }) => value > 0));
  const scale = Math.min(
    ...shown.filter((nodes) => nodes.length > 0).map((nodes) => (room - gap * nodes.length) / sum(nodes)),
    Number.MAX_SAFE_INTEGER,
  );
  const nodes = shown.flatMap((column, at) => {
    let top = gap / 2;
    return column.map((node) => {
      const height = Math.max(LEAST, node.value * scale);
      const placed = { ...node, column: at, top, height };
      top += height + gap;
      return placed;
    });
  });
  return { nodes, scale };
}

/** Stacked at both ends in the order of what they meet, so that ribbons cross as little as they can; coloured by where they go. */
export function ribbons<Link extends SankeyLink>(
  nodes: readonly PlacedNode[],
  links: readonly Link[],
  scale: number,
): Ribbon<Link>[] {
  const at = (column: number, key: string): PlacedNode | undefined =>
    nodes.find((node) => node.column === column && node.key === key);
  const known = links.flatMap((link) => {
    const [from, to] = [at(link.column, link.from), at(link.column + 1, link.to)];
    return from && to && link.value > 0 ? [{ link, from, to }] : [];
  });
  const left = new Map<PlacedNode, number>();
  const right = new Map<PlacedNode, number>();
  const next = (taken: Map<PlacedNode, number>, node: PlacedNode, thickness: number): number => {
    const before = taken.get(node) ?? 0;
    taken.set(node, before + thickness);
    return node.top + before;
  };
  const starts = new Map<Link, number>();
  for (const { link, from } of known.toSorted((a, b) => a.from.top - b.from.top || a.to.top - b.to.top))
    starts.set(link, next(left, from, link.value * scale));
  return known
    .toSorted((a, b) => a.to.top - b.to.top || a.from.top - b.from.top)
    .map(({ link, to }) => ({
      link,
      thickness: Math.max(LEAST, link.value * scale),
      start: starts.get(link) ?? 0,
      end: next(right, to, link.value * scale),
      tone: to.tone,
    }));
}

/** A ribbon from (x1, start) to (x2, end), as thick at both ends. */
export function ribbonPath(x1: number, x2: number, start: number, end: number, thickness: number): string {
  const bend = (x2 - x1) / 2;
  const [lower, upper] = [start + thickness, end + thickness];
  return `M${x1} ${start.toFixed(1)}C${x1 + bend} ${start.toFixed(1)} ${x2 - bend} ${end.toFixed(1)} ${x2} ${end.toFixed(1)}V${upper.toFixed(1)}C${x2 - bend} ${upper.toFixed(1)} ${x1 + bend} ${lower.toFixed(1)} ${x1} ${lower.toFixed(1)}Z`;
}
