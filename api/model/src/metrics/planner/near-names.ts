/** Pairs of neighbouring letters, words apart: misspelt and incomplete names share most of them. */
function pairs(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.flatMap((word) => {
    const framed = ` ${word} `;
    return Array.from({ length: framed.length - 1 }, (_, at) => framed.slice(at, at + 2));
  });
}

/** From 0 (nothing in common) to 1 (the same): Dice's coefficient. */
function likeness(one: readonly string[], other: readonly string[]): number {
  const left = [...other];
  const shared = one.filter((pair) => {
    const at = left.indexOf(pair);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
  return one.length + other.length === 0 ? 0 : (2 * shared.length) / (one.length + other.length);
}

const NEAR = 0.4;

/** The names nearest to what was written, judged by their code and by what they are called; none where nothing is near. */
export function nearNames<Name extends string>(
  written: string,
  names: readonly { name: Name; called: readonly string[] }[],
  most = 3,
): Name[] {
  const wanted = pairs(written.slice(0, 100));
  return names
    .map(({ name, called }) => ({
      name,
      like: Math.max(...[name, ...called].map((text) => likeness(wanted, pairs(text)))),
    }))
    .filter(({ like }) => like >= NEAR)
    .sort((a, b) => b.like - a.like)
    .slice(0, most)
    .map(({ name }) => name);
}
