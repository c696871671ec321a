/** Random numbers that depend on nothing but their seed. */
export class Dice {
  #state: number;

  constructor(seed: number, what = '') {
    this.#state = [...`${what}#${seed}`].reduce(
      (sum, letter) => Math.imul(sum ^ letter.charCodeAt(0), 16_777_619),
      2_166_136_261,
    );
  }

  /** From 0 to below 1. */
  share(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number below `limit`. */
  below(limit: number): number {
    return Math.floor(this.share() * limit);
  }

  between(from: number, to: number): number {
    return from + this.below(to - from + 1);
  }

  often(share: number): boolean {
    return this.share() < share;
  }

  of<T>(values: readonly T[]): T {
    const found = values[this.below(values.length)];
    if (found === undefined) throw new Error('nothing to choose from');
    return found;
  }

  shuffled<T>(values: readonly T[]): T[] {
    const left = [...values];
    return values.flatMap(() => left.splice(this.below(left.length), 1));
  }
}
