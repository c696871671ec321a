const MASK = 0xffffffff;

// Chance from a seed and nothing else (sfc32 over an FNV-hashed seed): the same words give the same rolls on every machine.
export class Dice {
  private a = 0x9e3779b9;
  private b = 0x243f6a88;
  private c = 0xb7e15162;
  private d: number;

  constructor(...words: (string | number)[]) {
    let hash = 0x811c9dc5;
    for (const char of words.join('\u001f')) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193) >>> 0;
    this.d = hash;
    for (let i = 0; i < 16; i++) this.roll();
  }

  private roll(): number {
    const sum = (((this.a + this.b) & MASK) + this.d) & MASK;
    this.d = (this.d + 1) & MASK;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) & MASK;
    this.c = (((this.c << 21) | (this.c >>> 11)) + sum) & MASK;
    return sum >>> 0;
  }

  unit(): number {
    return this.roll() / 4294967296;
  }

  // Both ends included.
  between(low: number, high: number): number {
    return low + Math.floor(this.unit() * (high - low + 1));
  }

  chance(probability: number): boolean {
    return this.unit() < probability;
  }

  pick<T>(list: readonly T[]): T {
    const chosen = list[Math.floor(this.unit() * list.length)];
    if (chosen === undefined) throw new Error('The demo shop tried to pick from an empty list.');
    return chosen;
  }

  /** About standard normal: the sum of four uniform rolls. */
  bell(): number {
    return (this.unit() + this.unit() + this.unit() + this.unit() - 2) * 1.7320508;
  }

  /** Whole, at least one, with this median: times are skewed. */
  skewed(median: number, spread: number): number {
    return Math.max(1, Math.round(median * Math.exp(this.bell() * spread)));
  }
}

// Values with weights, drawn in proportion to them.
export class Wheel<T> {
  private readonly sums: Float64Array;
  private readonly values: readonly T[];

  constructor(entries: readonly (readonly [T, number])[]) {
    this.values = entries.map(([value]) => value);
    this.sums = new Float64Array(entries.length);
    let sum = 0;
    entries.forEach(([, weight], i) => (this.sums[i] = sum += weight));
  }

  spin(dice: Dice): T {
    return this.at(dice.unit());
  }

  /** What a given roll, 0 to 1, comes to: the same roll on two wheels shows what the difference between them does. */
  at(unit: number): T {
    const at = unit * (this.sums.at(-1) ?? 0);
    let low = 0;
    let high = this.sums.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.sums[middle] ?? 0) > at) high = middle;
      else low = middle + 1;
    }
    return this.values[low] as T;
  }
}
