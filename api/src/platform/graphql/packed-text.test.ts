import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { PackedText } from './packed-text.ts';

describe('a text packed once', () => {
  it.each(['', 'x', '{"data":{"名":"顾客"}', 'ab'.repeat(200_000)])(
    'is the whole text with every end (%#)',
    async (head) => {
      const packed = await PackedText.of(head);
      for (const end of ['', '}\n', ',"extensions":{"cost":{"left":12}}}\n', '客'.repeat(20_000)])
        expect(gunzipSync(packed.with(end) ?? '').toString()).toBe(head + end);
    },
  );

  it('takes no end that a stored block cannot hold', async () => {
    expect((await PackedText.of('a')).with('b'.repeat(65_536))).toBeNull();
  });
});
