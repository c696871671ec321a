import type { Encoding } from '../../kit/bytes/encodings.ts';

const COMMON_SHARE = 0.6;

/** Which encoding a piece of a file is in. Bytes that fit several are taken for the likeliest: text in Chinese is GB18030. */
export function guessEncoding(bytes: Buffer): Encoding {
  const wide = wideEncoding(bytes);
  if (wide) return wide;
  if (decoded(bytes, 'utf-8') !== null) return 'utf-8';
  const chinese = decoded(bytes, 'gb18030');
  return chinese !== null && isChinese(chinese) ? 'gb18030' : 'windows-1252';
}

/** UTF-16 without a mark: every other byte of what is written in ASCII (delimiters, digits) is NUL. */
function wideEncoding(bytes: Buffer): Encoding | null {
  let [even, odd] = [0, 0];
  for (const [at, byte] of bytes.entries()) {
    if (byte !== 0) continue;
    if (at % 2 === 0) even++;
    else odd++;
  }
  if (Math.max(even, odd) < bytes.length * 0.1) return null;
  return odd > even ? 'utf-16le' : 'utf-16be';
}

/** The piece may end within a character. */
function decoded(bytes: Buffer, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return null;
  }
}

/** Western text read as GB18030 gives rare signs; Chinese gives the common block and its punctuation. */
function isChinese(text: string): boolean {
  const beyond = [...text].filter((sign) => sign > '\u007f');
  const common = beyond.filter((sign) => /[\u4e00-\u9fff\u3000-\u303f\uff00-\uffef]/.test(sign));
  return common.length >= beyond.length * COMMON_SHARE;
}
