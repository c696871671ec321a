// Node reads GB18030 and does not write it: the two-byte plane is learnt by reading every pair once, the rest is counted.
const LINEAR_PLANES = 0x90308130; // where U+10000 stands among the four-byte codes

let pairs: Map<string, number> | null = null;

function learn(): Map<string, number> {
  const known = new Map<string, number>();
  const decoder = new TextDecoder('gb18030');
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue;
      const char = decoder.decode(new Uint8Array([lead, trail]));
      if ([...char].length === 1 && char !== '\ufffd') known.set(char, (lead << 8) | trail);
    }
  }
  return known;
}

function fourBytes(linear: number): number[] {
  return [
    Math.floor(linear / 12_600) + 0x81,
    (Math.floor(linear / 1260) % 10) + 0x30,
    (Math.floor(linear / 10) % 126) + 0x81,
    (linear % 10) + 0x30,
  ];
}

function linearOf(code: number): number {
  const bytes = [code >>> 24, (code >>> 16) & 255, (code >>> 8) & 255, code & 255] as const;
  return (bytes[0] - 0x81) * 12_600 + (bytes[1] - 0x30) * 1260 + (bytes[2] - 0x81) * 10 + bytes[3] - 0x30;
}

/** The bytes of a text in GB18030. Characters of the basic plane that take four bytes are not in the shop's words. */
export function gb18030(text: string): Buffer {
  pairs ??= learn();
  const bytes: number[] = [];
  for (const char of text) {
    const point = char.codePointAt(0) ?? 0;
    const pair = pairs.get(char);
    if (point < 0x80) bytes.push(point);
    else if (pair !== undefined) bytes.push(pair >> 8, pair & 255);
    else if (point >= 0x10000) bytes.push(...fourBytes(linearOf(LINEAR_PLANES) + point - 0x10000));
    else throw new Error(`"${char}" cannot be written in GB18030 by the demo shop.`);
  }
  return Buffer.from(bytes);
}
