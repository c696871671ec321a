import { expect, it } from 'vitest';
import { ListScanner, type DocumentFault } from './list-scanner.ts';

/** The elements of a list, reading the document in chunks of the given size. */
function elements(
  text: string,
  path: readonly string[],
  chunk = 1 << 20,
): { found: string[]; fault: DocumentFault | null } {
  const bytes = Buffer.from(text);
  const scanner = new ListScanner(path);
  const found: string[] = [];
  let buffer = Buffer.alloc(0);
  for (let at = 0; at < bytes.length; at += chunk) {
    buffer = Buffer.concat([buffer, bytes.subarray(at, at + chunk)]);
    const held = buffer;
    const { done, fault } = scanner.scan(held, held.length, {
      element: (start, end) => found.push(held.toString('utf8', start, end)),
    });
    if (fault) return { found, fault };
    buffer = buffer.subarray(done);
  }
  return { found, fault: scanner.atEnd() };
}

const tricky = [
  '{"a":"]}\\"","b":[1,{"c":"\\\\"}]}',
  '"a \\u0022 string, with ] and }"',
  '-1.5e3',
  'null',
  '[ [ ], { } ]',
  '{ "中" : "\\\\\\"" }',
];

it('finds every element whatever the size of the chunks', () => {
  const text = `{"skip": {"orders": [9]}, "data" : {"x":"[{", "orders" :\n[ ${tricky.join(' ,\n ')} ], "y": [1]}, "z": 1}\n`;
  for (let chunk = 1; chunk < 60; chunk++)
    expect([chunk, elements(text, ['data', 'orders'], chunk)]).toEqual([chunk, { found: tricky, fault: null }]);
  expect(elements(`[${tricky.join(',')}]`, [])).toEqual({ found: tricky, fault: null });
});

it('a key is what it means, not how it is written', () => {
  expect(elements('{"\\u0061": [1]}', ['a'])).toEqual({ found: ['1'], fault: null });
});

it.each([
  ['[1,2', [], 'cut', 0],
  ['{"a":[1]', ['a'], 'cut', 0],
  ['{"a":[{"b":"\n', ['a'], 'cut', 0],
  ['[1]\n\n]', [], 'unexpected', 2],
  ['[1}', [], 'unexpected', 0],
  ['{"a" 1}', ['b'], 'unexpected', 0],
  ['{"a":{}}', ['a'], 'not_a_list', 0],
  ['{"a":\n[]}', ['a', 'b'], 'not_a_list', 1],
  ['7', [], 'not_a_list', 0],
  ['{"b":[]}', ['a'], 'list_missing', 0],
  ['{"a":[],"a":[]}', ['a'], 'list_twice', 0],
] as const)('%j has a fault: %j → %s', (text, path, problem, lines) => {
  for (let chunk = 1; chunk <= text.length; chunk++)
    expect([chunk, elements(text, path, chunk).fault]).toEqual([chunk, { problem, lines }]);
});
