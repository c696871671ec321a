import { readXml } from './xml.ts';

/** The texts a workbook keeps once and its cells point to, as bytes side by side rather than a million small objects. */
export class SharedStrings {
  #bytes: Buffer = Buffer.allocUnsafe(64 * 1024);
  #length = 0;
  #ends = new Float64Array(1024);
  #count = 0;

  async read(xml: AsyncIterable<Buffer>): Promise<void> {
    let text = '';
    let inText = false;
    let spoken = 0;
    await readXml(xml, {
      open: (tag) => {
        if (tag === 'si') text = '';
        if (tag === 't') inText = true;
        if (tag === 'rPh') spoken++; // how a text is pronounced is no part of it
      },
      text: (part) => {
        if (inText && spoken === 0) text += part;
      },
      close: (tag) => {
        if (tag === 't') inText = false;
        if (tag === 'rPh') spoken--;
        if (tag === 'si') this.#add(plain(text));
      },
    });
  }

  at(index: number): string {
    if (index >= this.#count) throw new Error(`a cell points to text ${index}, but there are only ${this.#count}`);
    return this.#bytes.toString('utf8', index === 0 ? 0 : this.#ends[index - 1], this.#ends[index]);
  }

  #add(text: string): void {
    const size = Buffer.byteLength(text);
    if (this.#length + size > this.#bytes.length) {
      const larger = Buffer.allocUnsafe((this.#length + size) * 2);
      this.#bytes.copy(larger, 0, 0, this.#length);
      this.#bytes = larger;
    }
    if (this.#count === this.#ends.length) {
      const longer = new Float64Array(this.#count * 2);
      longer.set(this.#ends);
      this.#ends = longer;
    }
    this.#length += this.#bytes.write(text, this.#length);
    this.#ends[this.#count++] = this.#length;
  }
}

/** Characters XML cannot hold are written as _x000D_. */
export function plain(text: string): string {
  return text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_all, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;
}
