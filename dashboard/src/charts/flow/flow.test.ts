import { describe, expect, it } from 'vitest';
import { flowShape, LEAST_STROKE, type FlowNode } from './flow.geometry.ts';

const node = (key: string, rows: number): FlowNode => ({ key, label: key, rows, tone: 'now' });

describe('a flow', () => {
  it('keeps a stream of three rows in a million visible, leaves out what did not happen, and labels apart', () => {
    const shape = flowShape(
      [node('geo', 1_000_000), node('orders', 3)],
      [node('inserted', 1_000_000), node('pending', 3), node('updated', 0)],
      120,
    );
    expect(shape.right.map(({ node: { key } }) => key)).toEqual(['inserted', 'pending']);
    expect(shape.right[1]?.thickness).toBe(LEAST_STROKE);
    const [first, second] = shape.right;
    expect((second?.outer ?? 0) - (first?.outer ?? 0)).toBeGreaterThanOrEqual(34);
    expect(flowShape([], [], 120).right).toEqual([]);
  });
});
