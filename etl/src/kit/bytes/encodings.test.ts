import { isUtf8 } from 'node:buffer';
import { expect, it } from 'vitest';
import { decoderOf, type Encoding } from './encodings.ts';

/** Decodes in pieces of the given size, as a file is read. */
function decoded(encoding: Exclude<Encoding, 'utf-8'>, bytes: Buffer, size = bytes.length || 1): Buffer {
  const decoder = decoderOf(encoding);
  const target = Buffer.alloc(bytes.length * 3 + 4);
  const parts: Buffer[] = [];
  let held = Buffer.alloc(0);
  for (let at = 0; at <= bytes.length; at += size) {
    held = Buffer.concat([held, bytes.subarray(at, at + size)]);
    const { read, written } = decoder.decode(held, held.length, at + size >= bytes.length, target);
    parts.push(Buffer.from(target.subarray(0, written)));
    held = held.subarray(read);
  }
  return Buffer.concat(parts);
}

it('GB18030 agrees with the platform on every character of two and of four bytes', () => {
  const platform = new TextDecoder('gb18030', { fatal: true, ignoreBOM: true });
  const bytes: Buffer[] = [];
  for (let first = 0x81; first <= 0xfe; first++)
    for (let second = 0x40; second <= 0xfe; second++) if (second !== 0x7f) bytes.push(Buffer.from([first, second]));
  for (const leads of [0x81, 0x82, 0x83, 0x84, 0x90, 0x95, 0xe3])
    for (let third = 0x81; third <= 0xfe; third++)
      for (let second = 0x30; second <= 0x39; second++) bytes.push(Buffer.from([leads, second, third, 0x35]));
  const isValid = (one: Buffer) => {
    try {
      return platform.decode(one).length > 0;
    } catch {
      return false;
    }
  };
  const valid = Buffer.concat(bytes.filter(isValid));
  expect(valid.length).toBeGreaterThan(60_000);
  expect(decoded('gb18030', valid).toString()).toBe(platform.decode(valid));
  const invalid = Buffer.concat(bytes.flatMap((one) => (isValid(one) ? [] : [one, Buffer.from('\n')])));
  const lines = decoded('gb18030', invalid).toString('latin1').trimEnd().split('\n');
  expect(lines.filter((line) => isUtf8(Buffer.from(line, 'latin1')))).toEqual([]);
});

it.each([
  ['gb18030', Buffer.from('d6d0b9fa9439da330a8130813041800a', 'hex')],
  ['utf-16le', Buffer.from('\uFEFF中国😀a\n', 'utf16le')],
  ['utf-16be', Buffer.from('\uFEFF中国😀a\n', 'utf16le').swap16()],
  ['windows-1252', Buffer.from('caf\u00e9 \u0080\n', 'latin1')],
] as const)('%s gives the same text whatever the size of the chunks', (encoding, bytes) => {
  const whole = decoded(encoding, bytes);
  expect(isUtf8(whole)).toBe(true);
  expect(whole.toString()).toBe(new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes));
  for (let size = 1; size < bytes.length; size++) expect([size, decoded(encoding, bytes, size)]).toEqual([size, whole]);
});

it.each([
  ['gb18030', 'a lead byte before a line end', '61d60a62', '61d60a62'],
  ['gb18030', 'UTF-8 that is no GB18030', 'c3ff', 'c3ff'],
  ['gb18030', 'four bytes beyond the last character', 'e3329a36', 'e3329a36'],
  ['gb18030', 'four bytes that end early', '813081', '813081'],
  ['gb18030', 'a character cut by the end', '61d6', '61d6'],
  ['utf-16le', 'the first half of a pair alone', '3dd86100', 'eda0bd61'],
  ['utf-16le', 'the second half of a pair alone', '00de6100', 'edb88061'],
  ['utf-16le', 'an odd byte at the end', '610062', '61ff'],
  ['windows-1252', 'a byte that is not defined', '618162', '618162'],
] as const)('%s: %s stays as bytes that cannot be taken for UTF-8', (encoding, _name, given, expected) => {
  for (let size = 1; size <= 4; size++) {
    const bytes = decoded(encoding, Buffer.from(given, 'hex'), size);
    expect([bytes.toString('hex'), isUtf8(bytes)]).toEqual([expected, false]);
  }
});
