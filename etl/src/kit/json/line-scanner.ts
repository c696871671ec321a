import type { DocumentFault, ElementSink } from './list-scanner.ts';

const LF = 10;

/** Finds the lines of a file with one JSON document a line. Blank lines are none. */
export class LineScanner {
  lines: number;

  constructor(lines = 0) {
    this.lines = lines;
  }

  scan(
    buffer: Buffer,
    length: number,
    sink: ElementSink,
    atEnd: boolean,
  ): { done: number; fault: DocumentFault | null } {
    let start = 0;
    while (start < length) {
      const found = buffer.indexOf(LF, start);
      const whole = found >= 0 && found < length;
      if (!whole && !atEnd) break;
      const lineEnd = whole ? found : length;
      this.#give(buffer, start, lineEnd, sink);
      if (whole) this.lines++;
      start = lineEnd + 1;
    }
    return { done: Math.min(start, length), fault: null };
  }

  atEnd(): DocumentFault | null {
    return null;
  }

  #give(buffer: Buffer, from: number, to: number, sink: ElementSink): void {
    let start = from;
    let end = to;
    while (start < end && (buffer[start] as number) <= 32) start++;
    while (end > start && (buffer[end - 1] as number) <= 32) end--;
    if (end > start) sink.element(start, end);
  }
}
