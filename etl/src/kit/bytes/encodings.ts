export const encodings = ['utf-8', 'gb18030', 'gbk', 'utf-16le', 'utf-16be', 'latin1', 'windows-1252'] as const;
export type Encoding = (typeof encodings)[number];

/** A byte order mark is never a mistake; it wins over what source.yaml says. */
export function markedEncoding(head: Buffer): Encoding | null {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  return head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 'utf-8' : null;
}

/**
 * Decodes the characters that are whole; at the end, everything. What cannot be decoded goes through as bytes that are not valid UTF-8, so that the
 * splitter refuses exactly the record they are in, with those bytes.
 */
export interface Decoder {
  /** The first `end` bytes of `source` become UTF-8 in `target`, which must have room for three times as many. */
  decode(source: Buffer, end: number, atEnd: boolean, target: Buffer): Decoded;
}

export interface Decoded {
  read: number;
  written: number;
}

export function decoderOf(encoding: Exclude<Encoding, 'utf-8'>): Decoder {
  if (encoding === 'utf-16le') return utf16(0, 1);
  if (encoding === 'utf-16be') return utf16(1, 0);
  return encoding === 'gb18030' || encoding === 'gbk' ? gb18030() : windows1252();
}

const NEVER_UTF8 = 0xff;

function writeCodePoint(point: number, target: Buffer, at: number): number {
  if (point < 0x80) {
    target[at] = point;
    return 1;
  }
  if (point < 0x800) {
    target[at] = 0xc0 | (point >> 6);
    target[at + 1] = 0x80 | (point & 0x3f);
    return 2;
  }
  if (point < 0x10000) {
    target[at] = 0xe0 | (point >> 12);
    target[at + 1] = 0x80 | ((point >> 6) & 0x3f);
    target[at + 2] = 0x80 | (point & 0x3f);
    return 3;
  }
  target[at] = 0xf0 | (point >> 18);
  target[at + 1] = 0x80 | ((point >> 12) & 0x3f);
  target[at + 2] = 0x80 | ((point >> 6) & 0x3f);
  target[at + 3] = 0x80 | (point & 0x3f);
  return 4;
}

/** Latin 1 as it is written in practice; its five undefined bytes are continuation bytes of UTF-8, invalid by themselves. */
function windows1252(): Decoder {
  const undefinedBytes = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);
  const text = new TextDecoder('windows-1252').decode(Uint8Array.from({ length: 256 }, (_, byte) => byte));
  const points = Uint16Array.from(text, (character) => character.charCodeAt(0));
  return {
    decode(source, end, _atEnd, target) {
      let to = 0;
      for (let from = 0; from < end; from++) {
        const byte = source[from] as number;
        if (byte < 0x80 || undefinedBytes.has(byte)) target[to++] = byte;
        else to += writeCodePoint(points[byte] as number, target, to);
      }
      return { read: end, written: to };
    },
  };
}

/** Half of a surrogate pair becomes the three bytes it would have, which UTF-8 forbids. */
function utf16(low: 0 | 1, high: 0 | 1): Decoder {
  return {
    decode(source, end, atEnd, target) {
      const unit = (from: number) => (source[from + low] as number) | ((source[from + high] as number) << 8);
      let from = 0;
      let to = 0;
      while (from + 1 < end) {
        const first = unit(from);
        let point = first;
        if (first >= 0xd800 && first < 0xdc00) {
          if (from + 3 >= end && !atEnd) break;
          const second = from + 3 < end ? unit(from + 2) : 0;
          if (second >= 0xdc00 && second < 0xe000) {
            point = 0x10000 + ((first - 0xd800) << 10) + (second - 0xdc00);
            from += 2;
          }
        }
        from += 2;
        to += writeCodePoint(point, target, to);
      }
      if (atEnd && from + 1 === end) {
        target[to++] = NEVER_UTF8;
        from++;
      }
      return { read: from, written: to };
    },
  };
}

const LEAD_FIRST = 0x81;
const LEAD_LAST = 0xfe;
const isLead = (byte: number) => byte >= LEAD_FIRST && byte <= LEAD_LAST;
const isDigit = (byte: number) => byte >= 0x30 && byte <= 0x39;

/**
 * GB18030, of which GBK is a part. The tables are the platform's own, asked once; the loop is ours because a TextDecoder can
 * only fail a whole chunk or replace, and neither tells which record is damaged. A lead byte that begins nothing goes through
 * alone: what follows it is then ASCII, 0xFF or the end, so it can never be taken for UTF-8.
 */
function gb18030(): Decoder {
  const pairs = pairTable();
  const longer = new Map<number, number>();
  return {
    decode(source, end, atEnd, target) {
      let from = 0;
      let to = 0;
      while (from < end) {
        const first = source[from] as number;
        if (first < 0x80 || !isLead(first)) {
          if (first === 0x80) to += writeCodePoint(0x20ac, target, to);
          else target[to++] = first;
          from++;
          continue;
        }
        if (from + 1 >= end && !atEnd) break;
        const second = from + 1 < end ? (source[from + 1] as number) : 0;
        let point = 0;
        let length = 2;
        if (isDigit(second)) {
          if (from + 3 >= end && !atEnd) break;
          point = from + 3 < end ? fourBytes(longer, source.readUInt32BE(from)) : 0;
          length = 4;
        } else if (second >= 0x40) point = pairs[((first - LEAD_FIRST) << 8) | second] as number;
        if (point === 0) {
          target[to++] = first;
          from++;
        } else {
          to += writeCodePoint(point, target, to);
          from += length;
        }
      }
      return { read: from, written: to };
    },
  };
}

/** Code points of all two-byte characters; 0 where there is none. */
function pairTable(): Uint16Array {
  const decoder = new TextDecoder('gb18030');
  const table = new Uint16Array((LEAD_LAST - LEAD_FIRST + 1) << 8);
  const seconds = Array.from({ length: 0xfe - 0x40 + 1 }, (_, n) => 0x40 + n).filter((byte) => byte !== 0x7f);
  for (let first = LEAD_FIRST; first <= LEAD_LAST; first++) {
    const text = decoder.decode(Uint8Array.from(seconds.flatMap((second) => [first, second])));
    for (const [n, second] of seconds.entries()) table[((first - LEAD_FIRST) << 8) | second] = text.charCodeAt(n);
  }
  return table;
}

/** The rare characters of four bytes, remembered; 0 where there is none. */
function fourBytes(known: Map<number, number>, bytes: number): number {
  const found = known.get(bytes);
  if (found !== undefined) return found;
  const raw = Buffer.alloc(4);
  raw.writeUInt32BE(bytes);
  let point = 0;
  try {
    const text = new TextDecoder('gb18030', { fatal: true, ignoreBOM: true }).decode(raw);
    const first = text.codePointAt(0) ?? 0;
    if (text.length === (first > 0xffff ? 2 : 1)) point = first;
  } catch {
    // no character: 0
  }
  if (known.size < 100_000) known.set(bytes, point);
  return point;
}
