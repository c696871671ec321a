import { describe, expect, it } from 'vitest';
import { formatter } from '../../format/index.ts';
import { definitionSummary, definitionTable, type DefinitionRowsProps } from './definitions.data.ts';
import { sharesSummary, sharesTable } from '../stars/stars.data.ts';

const en = formatter('en');

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
