import type { Tone } from '../point.ts';

export interface FlowNode {
  key: string;
  label: string;
  rows: number;
  note?: string;
  tone: Tone;
}

export interface Stream {
  node: FlowNode;
  thickness: number;
  /** Middle of the node at the outer edge, and where its stream meets the middle bar. */
  outer: number;
  inner: number;
}

export interface FlowShape {
  left: Stream[];
  right: Stream[];
  bar: { top: number; height: number };
  height: number;
}

/** Thinner streams would vanish; the drawing says that it thickens them. */
export const LEAST_STROKE = 2.5;

const TOP = 26;

function stack(nodes: readonly FlowNode[], total: number, full: number): { thickness: number; inner: number }[] {
  let from = 0;
  return nodes.map((node) => {
    const thickness = Math.max(LEAST_STROKE, (node.rows / Math.max(total, 1)) * full);
    const placed = { thickness, inner: from + thickness / 2 };
    from += thickness;
    return placed;
  });
}

/** Nodes apart enough for their labels, streams stacked on the middle bar in the same order. */
function side(nodes: readonly FlowNode[], total: number, full: number, gap: number): Stream[] {
  const stacked = stack(nodes, total, full);
  let bottom = TOP - 8;
  let middle = TOP - gap;
  return nodes.map((node, at) => {
    const { thickness, inner } = stacked[at] as { thickness: number; inner: number };
    middle = Math.max(bottom + 8 + thickness / 2, middle + gap);
    bottom = middle + thickness / 2;
    return { node, outer: middle, thickness, inner };
  });
}

export function flowShape(left: readonly FlowNode[], right: readonly FlowNode[], full: number): FlowShape {
  const total = left.reduce((sum, node) => sum + node.rows, 0);
  const shown = right.filter((node) => node.rows > 0);
  const [leftSide, rightSide] = [
    side(
      left.filter((node) => node.rows > 0),
      total,
      full,
      22,
    ),
    side(shown, total, full, 34),
  ];
  const lowest = Math.max(...[...leftSide, ...rightSide].map(({ outer, thickness }) => outer + thickness / 2), TOP);
  const thick = (streams: readonly Stream[]): number => streams.reduce((sum, stream) => sum + stream.thickness, 0);
  const barHeight = Math.max(thick(leftSide), thick(rightSide), LEAST_STROKE);
  const barTop = TOP + 8;
  const shift = (streams: Stream[]): Stream[] => streams.map((stream) => ({ ...stream, inner: barTop + stream.inner }));
  return {
    left: shift(leftSide),
    right: shift(rightSide),
    bar: { top: barTop, height: barHeight },
    height: Math.max(lowest + 20, barTop + barHeight + 12),
  };
}

/** A stream as one thick curve from (x1, y1) to (x2, y2). */
export function streamPath(x1: number, y1: number, x2: number, y2: number): string {
  const bend = (x2 - x1) * 0.45;
  return `M${x1} ${y1.toFixed(1)}C${x1 + bend} ${y1.toFixed(1)} ${x2 - bend} ${y2.toFixed(1)} ${x2} ${y2.toFixed(1)}`;
}
