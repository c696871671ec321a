import { describe, expect, it } from 'vitest';

import { resources } from './resources.ts';
import { translator } from './translate.ts';

const en = translator(resources.en, 'en');
const zh = translator(resources.zh, 'zh');

describe('a text of the interface', () => {
  it('is found by area and name, with its values in place', () => {
    expect(en('card.csv')).toBe(resources.en.card.csv);
    expect(en('shell.grainDAY')).toBe(resources.en.shell.grainDAY);
    expect(en('shell.compared', { n: 2 })).toBe(resources.en.shell.compared.replace('{{n}}', '2'));
    expect(zh('shell.regions', { n: '3' })).toBe(resources.zh.shell.regions.replace('{{n}}', '3'));
  });

  it('takes the form that goes with its count', () => {
    expect(en('customer.leadOrders', { count: 1, n: '1' })).toBe('One order');
    expect(en('customer.leadOrders', { count: 12, n: '12' })).toBe('12 orders');
    expect(en('customer.thenOrdered', { count: 0 })).toBe('ordered again the same day');
    expect(zh('customer.thenOrdered', { count: 0 })).toBe(resources.zh.customer.thenOrdered_zero);
    expect(zh('customer.leadOrders', { count: 1, n: '1' })).toBe(
      resources.zh.customer.leadOrders_other.replace('{{n}}', '1'),
    );
  });

  it('without a value keeps its place empty, and without words is its own name', () => {
    expect(en('shell.compared', {})).not.toContain('{{');
    expect(translator({}, 'en')('card.csv')).toBe('card.csv');
  });
});
