import { expect, it } from 'vitest';

import { inOrder, readExample, variablesFor } from './example-file.ts';

const file = `# C7 · delivery · Parcels · 包裹
# ? How many?
# ? 多少？
# = Read the interval.
# = 先看区间。
query Parcels($shop: String! = "demo", $from: LocalDate! = "2024-11-01", $to: LocalDate! = "2026-10-31", $n: Int! = 3, $by: Dimension = CARRIER, $after: String) {
  shops { code }
}
`;
const example = readExample(file);

it('reads what an example is, and leaves the document', () => {
  expect(example).toMatchObject({
    id: 'C7',
    group: 'delivery',
    title: { en: 'Parcels', zh: '包裹' },
    question: { en: 'How many?', zh: '多少？' },
    reading: { en: 'Read the interval.', zh: '先看区间。' },
  });
  expect(example.document).toMatch(/^query Parcels/);
  expect(() => readExample('query { shops }')).toThrow(/begins with "query/);
});

const at = (asOf: string): unknown => JSON.parse(variablesFor(example, { shop: 'olist', asOf }));

it('puts its days to the last full month of the shop, month ends to month ends', () => {
  expect(at('2026-10-31')).toEqual({ shop: 'olist', from: '2024-11-01', to: '2026-10-31', n: 3, by: 'CARRIER' });
  expect(at('2018-10-17')).toMatchObject({ from: '2016-10-01', to: '2018-09-30' });
  expect(at('2024-02-29')).toMatchObject({ from: '2022-03-01', to: '2024-02-29' });
});

it('leaves the variables empty where there are none', () => {
  expect(variablesFor({ ...example, document: '{ shops { code } }' }, { shop: 'a', asOf: '2020-01-31' })).toBe('');
});

it('orders questions before capabilities before everyday work, by number', () => {
  const ids = ['A1', 'C10', 'C2', 'Q11', 'Q2'].map((id) => ({ ...example, id }));
  expect(ids.sort(inOrder).map(({ id }) => id)).toEqual(['Q2', 'Q11', 'C2', 'C10', 'A1']);
});
