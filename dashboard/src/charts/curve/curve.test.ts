import { describe, expect, it } from 'vitest';
import { formatter } from '../../format/index.ts';
import {
  curveAxis,
  curveSummary,
  curveTable,
  fewFrom,
  lastDay,
  riskOn,
  shareOn,
  type CurveSeries,
} from './curve.data.ts';
import { curvePaths } from './curve.geometry.ts';

const [en, zh] = [formatter('en'), formatter('zh')];
const series: CurveSeries = {
  key: 'all',
  label: 'All',
  tone: 'now',
  customers: 200,
  seenDays: 70,
  steps: [
    { day: 10, share: 0.1, interval: { low: 0.05, high: 0.2 }, atRisk: 200 },
    { day: 40, share: 0.2, interval: { low: 0.1, high: 0.35 }, atRisk: 120 },
    { day: 65, share: 0.4, interval: { low: 0.1, high: 0.9 }, atRisk: 20 },
  ],
  atRisk: [
    { day: 0, customers: 200 },
    { day: 30, customers: 150 },
    { day: 60, customers: 90 },
  ],
  marks: [
    { day: 30, value: 0.1 },
    { day: 90, value: null },
  ],
};
const props = {
  title: 'Back',
  measure: { unit: 'PERCENT', decimals: 1 } as const,
  days: 100,
  ticks: [0, 30],
  series: [series],
  fewBelow: 100,
};
const same = (value: number) => value;

describe('the curve', () => {
  it('stays level between steps and ends with the last day seen', () => {
    expect(shareOn(series, 9)?.share).toBe(0);
    expect(shareOn(series, 39)?.share).toBe(0.1);
    expect(shareOn(series, 70)?.share).toBe(0.4);
    expect(shareOn(series, 71)).toBeNull();
    expect([lastDay(series, 100), lastDay(series, 50)]).toEqual([70, 50]);
    expect([riskOn(series, 30), riskOn(series, 31)]).toEqual([150, null]);
  });

  it('is dotted from where few are observed, be it told by a step or by a day', () => {
    expect(fewFrom(series, 100)).toBe(60);
    expect(fewFrom({ ...series, atRisk: [] }, 100)).toBe(65);
    expect(fewFrom(series, 10)).toBeNull();
    const y = (value: number) => value * 100;
    const { solid, dotted, band } = curvePaths(series, 70, 60, same, y);
    expect(solid).toBe('M0,0H10V10H40V20H40');
    expect(dotted).toBe('M40,20H65V40H70');
    expect(band).toBe('M10,5H10V20H40V35H65V90H70V10H65V10H40V5H10Z');
    expect(curvePaths({ ...series, thin: true }, 70, null, same, y)).toMatchObject({ dotted: null, band: null });
  });

  it('a band of few does not stretch the axis', () => {
    expect(curveAxis([series], 100, 100).high).toBeLessThan(0.6);
    expect(curveAxis([series], 100, 1).high).toBeGreaterThan(0.8);
  });

  it('is a table by days told, and a sentence', () => {
    expect(curveTable(props, en).rows.map(({ cells }) => cells)).toEqual([
      ['All', '0', '0.0%', '', '', '200'],
      ['All', '30', '10.0%', '5.0%', '20.0%', '150'],
      ['All', '60', '20.0%', '10.0%', '35.0%', '90'],
    ]);
    expect(curveSummary(props, en)).toBe('Back. All, n 200: 10.0% by day 30.');
    expect(curveSummary(props, zh)).toContain('30 天内 10.0%');
    expect(curveSummary({ ...props, series: [] }, zh)).toContain('无数据');
  });
});
