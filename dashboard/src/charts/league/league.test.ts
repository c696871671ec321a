import { describe, expect, it } from 'vitest';
import { formatter } from '../../format/index.ts';
import { leagueSummary, leagueTable, placesOf, placeText, toneOf, type LeagueRow } from './league.data.ts';

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
