/** Bands of a sketch, and hashes put together in each: texts alike in 9 of 10 shingles share two bands or more in 94 of 100 cases, alike in half of them in 8. */
const BANDS = 4;
const ROWS = 3;

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** FNV-1a over the code units of a text. */
function hashOf(text: string): number {
  let hash = FNV_OFFSET;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), FNV_PRIME);
  return hash >>> 0;
}

/** A bijection of 32 bits (the finaliser of MurmurHash3), another one for each row. */
function mixed(hash: number, row: number): number {
  let h = (hash ^ Math.imul(row + 1, 0x9e3779b1)) >>> 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** Every run of `size` characters, once; a shorter text is its own only shingle. */
export function shinglesOf(text: string, size = 3): string[] {
  const characters = [...text];
  if (characters.length === 0) return [];
  if (characters.length <= size) return [text];
  return [...new Set(characters.slice(size - 1).map((_, index) => characters.slice(index, index + size).join('')))];
}

/** The smallest hash of a set under each of `rows` orders: two sets agree in a row as often as they are alike (Jaccard). */
export function minHash(shingles: readonly string[], rows = BANDS * ROWS): number[] {
  const hashes = shingles.map(hashOf);
  return Array.from({ length: rows }, (_, row) =>
    hashes.reduce((least, hash) => Math.min(least, mixed(hash, row)), 0xffffffff),
  );
}

/**
 * Min-wise hashing put into bands: Broder, On the resemblance and containment of documents (1997); Leskovec, Rajaraman and Ullman,
 * Mining of Massive Datasets, 3.3–3.4. Four signed 32-bit numbers; near duplicates share some. Empty for nothing.
 */
export function sketchOf(shingles: readonly string[]): number[] {
  if (shingles.length === 0) return [];
  const signature = minHash(shingles);
  return Array.from(
    { length: BANDS },
    (_, band) =>
      signature
        .slice(band * ROWS, (band + 1) * ROWS)
        .reduce((sum, hash) => Math.imul(sum ^ hash, FNV_PRIME) ^ (hash >>> 15), band + 1) | 0,
  );
}
