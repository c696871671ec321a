import { describe, expect, it } from 'vitest';
import { rowsPage } from './rows-page.ts';
import { readRowsSearch, sliceFilters } from './rows-search.ts';

describe('the page that lists the rows of a figure', () => {
  it('is that of the rows it counts', () => {
    expect(rowsPage({ facts: ['ORDERS'] }, 'NUMERATOR')).toBe('/orders');
    expect(rowsPage({ facts: ['CASES'] }, undefined)).toBe('/cases');
  });

  it('differs between the parts of a figure over two kinds of rows', () => {
    expect(rowsPage({ facts: ['CASES', 'ORDERS'] }, 'NUMERATOR')).toBe('/cases');
    expect(rowsPage({ facts: ['CASES', 'ORDERS'] }, 'DENOMINATOR')).toBe('/orders');
  });

  it('is the list of rows behind figures where they have none of their own', () => {
    expect(rowsPage({ facts: ['PARCELS'] }, 'NUMERATOR')).toBe('/rows');
  });

  it('is none for a figure that is not known', () => {
    expect(rowsPage(undefined, undefined)).toBeUndefined();
  });
});

describe('the address of a list', () => {
  it('keeps what can be read and drops the rest', () => {
    expect(
      readRowsSearch({
        behind: 'CSAT',
        part: 'REMAINDER',
        rowsFrom: '2024-01-01',
        rowsTo: '2024-02-30',
        slice: 'CHANNEL:chat',
      }),
    ).toEqual({ behind: 'CSAT', part: 'REMAINDER', rowsFrom: '2024-01-01', slice: ['CHANNEL:chat'] });
    expect(readRowsSearch({ behind: 'x;', part: 'ALL', slice: ['nonsense', 'TOPIC:'] })).toEqual({ slice: ['TOPIC:'] });
  });

  it('a slice without a value is the rows without one', () => {
    expect(sliceFilters(['TOPIC:', 'REGION:CN-ZJ'])).toEqual([
      { dimension: 'TOPIC', in: [''] },
      { dimension: 'REGION', in: ['CN-ZJ'] },
    ]);
    expect(sliceFilters(undefined)).toEqual([]);
  });
});
