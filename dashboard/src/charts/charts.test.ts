import { describe, expect, it } from 'vitest';
import { formatter } from '../format/index.ts';
import { cohortAxis, cohortSummary, cohortTable, type CohortRow } from './cohorts/cohorts.data.ts';
import { definitionSummary, definitionTable, type DefinitionRowsProps } from './definitions/definitions.data.ts';
import { flowShape, LEAST_STROKE, type FlowNode } from './flow/flow.geometry.ts';
import { heatSummary, heatTable, heatTone, keyEnds, type HeatMapProps, type HeatScale } from './heat/heat.data.ts';
import { laneScale } from './lanes/lanes.geometry.ts';
import { leagueSummary, leagueTable, placesOf, placeText, toneOf, type LeagueRow } from './league/league.data.ts';
import { sparklineShape } from './sparkline/sparkline.geometry.ts';
import { sharesSummary, sharesTable } from './stars/stars.data.ts';
import { toCsv } from './table.ts';

const en = formatter('en');
const zh = formatter('zh');
const share = { unit: 'PERCENT', decimals: 1 } as const;

const row = (key: string, value: number | null, half: number, change: Partial<LeagueRow> = {}): LeagueRow => ({
  key,
  label: key,
  value,
  interval: value === null ? null : { low: value - half, high: value + half },
  sample: 400,
  ...change,
});

describe('a league', () => {
  const rows = [row('A', 0.98, 0.005), row('B', 0.95, 0.02), row('C', 0.94, 0.02), row('D', 0.8, 0.01)];

  it('gives a range of places where intervals overlap, one place where they do not', () => {
    const places = placesOf(rows, true);
    expect(rows.map(({ key }) => placeText(places.get(key)))).toEqual(['1', '2–3', '2–3', '4']);
    expect(placeText(placesOf(rows, false).get('D'))).toBe('1');
    expect(placeText(undefined)).toBe('');
  });

  it('does not place what has too small a sample', () => {
    expect(placesOf([...rows, row('E', 1, 0, { tooFew: true })], true).has('E')).toBe(false);
  });

  it('colours only what lies on one side of the reference with its whole interval', () => {
    expect(rows.map((each) => toneOf(each, 0.95, true))).toEqual(['good', 'then', 'then', 'bad']);
    expect(toneOf(row('A', 0.98, 0.005), 0.95, false)).toBe('bad');
    expect(toneOf(row('A', 0.98, 0.005), null, true)).toBe('now');
    expect(toneOf(row('A', 0.5, 0, { tooFew: true }), 0.95, true)).toBe('now');
    expect(toneOf(row('A', 0.98, 0.005, { tone: 'c3' }), 0.95, true)).toBe('c3');
  });

  it('has a table and a sentence', () => {
    const props = {
      title: 'Regions',
      measure: share,
      rows: [...rows, row('E', 1, 0, { tooFew: true })],
      places: true,
      higherIsBetter: true,
      reference: { value: 0.95, label: 'target' },
    };
    const table = leagueTable(props, en);
    expect(table.rows[1]?.cells).toEqual(['B', '95.0%', '93.0%', '97.0%', '400', '2–3']);
    expect(table.rows[4]?.cells.at(-1)).toBe('too few to rate');
    expect(leagueSummary(props, en)).toBe(
      'Regions: A 98.0% (97.5–98.5%) … D 80.0% (79.0–81.0%); 2 cannot be told from target',
    );
    expect(leagueSummary({ ...props, rows: [] }, zh)).toBe('Regions: 无数据');
  });
});

describe('a heat map', () => {
  const target: HeatScale = { kind: 'diverging', middle: 0.95, step: 0.05, higherIsBetter: true };

  it('turns at the target, which itself is kept', () => {
    expect([0.49, 0.85, 0.9, 0.94].map((value) => heatTone(value, target))).toEqual(['d3n', 'd2n', 'd1n', 'd0n']);
    expect([0.95, 0.97, 0.98, 1].map((value) => heatTone(value, target))).toEqual(['d0p', 'd1p', 'd2p', 'd3p']);
    expect(heatTone(12, { kind: 'diverging', middle: 10, step: 2, higherIsBetter: false })).toBe('d1n');
  });

  it('a sequential scale runs from nothing to the most', () => {
    const scale: HeatScale = { kind: 'sequential', most: 12 };
    expect([0, 6, 12, 40].map((value) => heatTone(value, scale))).toEqual(['q0', 'q3', 'q6', 'q6']);
    expect(heatTone(3, { kind: 'sequential', most: 0 })).toBe('q0');
  });

  it('its key ends where its colours do, within what a share can be', () => {
    expect(keyEnds(target, { unit: 'PERCENT', decimals: 0 }, en)).toEqual({ low: '< 75', middle: '95', high: '≥ 98' });
    expect(keyEnds({ kind: 'sequential', most: 21.5 }, { unit: 'DAYS', decimals: 1 }, zh)).toEqual({
      low: '0',
      middle: null,
      high: '≥ 21.5 天',
    });
  });

  it('a future cell is not a zero, in the table and in the sentence', () => {
    const props: HeatMapProps = {
      title: 'Region × month',
      measure: share,
      rowHead: 'Region',
      noteHead: 'due',
      scale: target,
      columns: [
        { key: 'a', label: 'Jan' },
        { key: 'b', label: 'Feb' },
        { key: 'c', label: 'Mar' },
      ],
      rows: [
        {
          key: 'SP',
          label: 'SP',
          note: '900',
          cells: [
            { value: 0.9, sample: 900 },
            { value: 1, sample: 4, tooFew: true },
            { value: null, sample: 0, future: true },
          ],
        },
      ],
    };
    expect(heatTable(props, en).rows[0]).toEqual({
      cells: ['SP', '900', '90.0%', '100.0% (too few to rate)', 'not yet happened'],
      raw: ['SP', '900', 0.9, 1, null],
    });
    expect(heatSummary(props, en)).toBe('Region × month. 1 of 1 cells miss the target; the worst is SP, Jan: 90.0%');
    expect(heatSummary({ ...props, rows: [] }, zh)).toContain('无数据');
  });
});

describe('cohorts', () => {
  const rows: CohortRow[] = [
    {
      key: '2018-01-01',
      label: 'Jan 2018',
      size: 900,
      cells: [{ value: 0.012, interval: { low: 0.01, high: 0.015 }, sample: 900, mature: true }, null],
    },
    {
      key: '2018-02-01',
      label: 'Feb 2018',
      size: 2,
      cells: [{ value: 1, interval: { low: 0.3, high: 1 }, sample: 2, mature: true, tooFew: true }, null],
    },
    {
      key: '2018-03-01',
      label: 'Mar 2018',
      size: 800,
      cells: [
        { value: 0.008, interval: null, sample: 300, mature: false },
        { value: null, sample: 0, mature: false },
      ],
    },
  ];
  const props = {
    title: 'Cohorts',
    measure: { unit: 'PERCENT', decimals: 2 } as const,
    rowHead: 'First order',
    sizeHead: 'customers',
    windows: [
      { key: '30', label: '30 days' },
      { key: '365', label: '365 days' },
    ],
    rows,
  };

  it('a cohort of two does not stretch the axis', () => {
    expect(cohortAxis(rows, 0).high).toBeLessThan(0.03);
    expect(cohortAxis(rows, 1)).toMatchObject({ low: 0, high: 1 });
  });

  it('what has not happened is said, not counted as nothing', () => {
    const table = cohortTable(props, en);
    expect(table.rows[0]?.cells).toEqual(['Jan 2018', '900', '1.20%', '900', '', 'not yet happened', '0', '']);
    expect(table.rows[1]?.cells[4]).toBe('too few to rate');
    expect(table.rows[2]?.cells[4]).toBe('still maturing');
    expect(table.rows[2]?.raw.slice(5, 6)).toEqual([null]);
    expect(cohortSummary(props, en)).toBe('Cohorts. 30 days: 1.20–1.20%; 365 days: no data');
  });
});

describe('definitions and stars', () => {
  it('a definition shows its numerator and denominator, and words where it has none', () => {
    const heads = {
      definition: 'Definition',
      counts: '',
      share: '',
      numerator: 'Came back',
      denominator: 'Of',
      useFor: '',
      headline: '',
    };
    const props: DefinitionRowsProps = {
      title: 'Five',
      measure: { unit: 'PERCENT', decimals: 2 },
      heads,
      rows: [
        {
          key: 'a',
          title: 'Days',
          counts: '',
          useFor: '',
          value: 0.02174,
          interval: { low: 0.0208, high: 0.0227 },
          numerator: 2_065,
          denominator: 94_990,
        },
        { key: 'b', title: '365', counts: '', useFor: '', value: null, numerator: null, denominator: null },
      ],
    };
    expect(definitionTable(props, en).rows.map(({ cells }) => cells)).toEqual([
      ['Days', '2.17%', '2.08%', '2.27%', '2,065', '94,990'],
      ['365', 'no data', 'no data', 'no data', 'no data', 'no data'],
    ]);
    expect(definitionSummary(props, en)).toContain('Days 2.17% (2,065 / 94,990)');
  });

  it('stars carry every share and the mean', () => {
    const segments = [0.7, 0.1, 0.05, 0.05, 0.1].map((value, at) => ({
      key: String(at),
      label: `${at + 1} ★`,
      share: value,
    }));
    const props = {
      title: 'Stars',
      rows: [{ key: 'late', label: 'Late', sample: 656, segments, end: 1.75 }],
      ends: ['1 ★', '5 ★'] as [string, string],
      endLabel: 'mean',
    };
    expect(sharesTable(props, en).rows[0]?.cells).toEqual([
      'Late',
      '656',
      '70.0%',
      '10.0%',
      '5.0%',
      '5.0%',
      '10.0%',
      '1.75',
    ]);
    expect(sharesSummary(props, en)).toBe('Stars: Late 1.75');
  });
});

describe('a sparkline', () => {
  const points = [0.9, null, 0.8, 0.85, 0.95].map((value, at) => ({
    bucket: `2018-0${at + 1}-01`,
    bucketEnd: `2018-0${at + 1}-28`,
    value,
    sample: 9,
    mature: at < 4,
    partial: false,
  }));
  const input = { points, width: 200, height: 40, period: { from: '2018-04-01', to: '2018-05-28' } };

  it('breaks at gaps, turns blue in the period, and ends hollow while young', () => {
    const shape = sparklineShape({
      ...input,
      previous: { from: '2018-02-01', to: '2018-03-31' },
      lastYear: { from: '2016-01-01', to: '2016-02-01' },
      target: 0.95,
    });
    expect(shape?.past).toHaveLength(1);
    expect(shape?.current).toHaveLength(1);
    expect(shape?.end).toMatchObject({ young: true, current: true });
    expect(shape?.rails.map(({ kind }) => kind)).toEqual(['then', 'now']);
    expect(shape?.targetY).toBe(shape?.end?.y);
  });

  it('draws nothing where there is nothing', () => {
    expect(sparklineShape({ ...input, points: [] })).toBeNull();
    expect(sparklineShape({ ...input, points: points.map((point) => ({ ...point, value: null })) })).toBeNull();
  });
});

describe('flows and lanes', () => {
  const node = (key: string, rows: number): FlowNode => ({ key, label: key, rows, tone: 'now' });

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

  it('folds a long silence, names how long, and keeps what happened in order', () => {
    const day = (n: number): number => n * 86_400_000;
    const scale = laneScale([day(0), day(3), day(6), day(66), day(67)], 50, 950);
    expect(scale.breaks).toHaveLength(1);
    expect(scale.breaks[0]?.days).toBe(59);
    const places = [0, 3, 6, 66, 67].map((n) => scale.x(day(n)));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(Math.max(...places)).toBeLessThanOrEqual(950);
    expect(laneScale([], 50, 950).breaks).toEqual([]);
  });
});

describe('an export', () => {
  it('writes every digit, leaves absent figures empty, and disarms formulas', () => {
    const csv = toCsv({
      columns: [
        { label: 'Region, state', numeric: false },
        { label: 'value', numeric: true },
      ],
      rows: [
        { cells: [], raw: ['=cmd()', 0.123456789] },
        { cells: [], raw: ['say "hi"', null] },
        { cells: [], raw: ['-5', -5] },
      ],
    });
    expect(csv).toBe('"Region, state",value\r\n\'=cmd(),0.123456789\r\n"say ""hi""",\r\n\'-5,-5\r\n');
  });
});
