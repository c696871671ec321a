import { describe, expect, it } from 'vitest';

import { placeNodes, ribbonPath, ribbons, type SankeyNode } from './sankey.geometry.ts';

const node = (key: string, value: number): SankeyNode => ({
  key,
  label: key,
  value,
  tone: key === 'late' ? 'bad' : 'good',
});
const columns = [
  [node('first', 60), node('repeat', 40)],
  [node('on time', 90), node('late', 10), node('lost', 0)],
];
const links = [
  { column: 0, from: 'first', to: 'late', value: 8 },
  { column: 0, from: 'first', to: 'on time', value: 52 },
  { column: 0, from: 'repeat', to: 'on time', value: 38 },
  { column: 0, from: 'repeat', to: 'late', value: 2 },
  { column: 0, from: 'repeat', to: 'nowhere', value: 2 },
];

describe('a sankey', () => {
  it('draws all columns to one scale, leaves room for labels and out what did not happen', () => {
    const { nodes, scale } = placeNodes(columns, 400);
    expect(nodes.map(({ key }) => key)).toEqual(['first', 'repeat', 'on time', 'late']);
    for (const { height, value } of nodes) expect(height).toBeCloseTo(value * scale, 6);
    const [first, repeat] = nodes;
    expect((repeat?.top ?? 0) - (first?.top ?? 0) - (first?.height ?? 0)).toBe(26);
    expect(Math.max(...nodes.map(({ top, height }) => top + height))).toBeLessThanOrEqual(400);
    expect(placeNodes([[], []], 400).nodes).toEqual([]);
  });

  it('fills both ends of every node with its ribbons, without a gap or an overlap', () => {
    const { nodes, scale } = placeNodes(columns, 400);
    const drawn = ribbons(nodes, links, scale);
    expect(drawn).toHaveLength(4);
    for (const { key, column, top, height } of nodes) {
      const own = drawn
        .filter(({ link }) => (column === 0 ? link.from : link.to) === key)
        .map(({ start, end, thickness }) => ({ from: column === 0 ? start : end, thickness }))
        .toSorted((a, b) => a.from - b.from);
      let at = top;
      for (const { from, thickness } of own) {
        expect(from).toBeCloseTo(at, 6);
        at += thickness;
      }
      expect(at).toBeCloseTo(top + height, 6);
    }
  });

  it('colours a ribbon by where it goes, and closes its outline', () => {
    const { nodes, scale } = placeNodes(columns, 400);
    const late = ribbons(nodes, links, scale).filter(({ link }) => link.to === 'late');
    expect(late.map(({ tone }) => tone)).toEqual(['bad', 'bad']);
    expect(ribbonPath(0, 100, 10, 20, 5)).toMatch(/^M0 10\.0C.*V25\.0C.*0 15\.0Z$/);
  });
});
