import { DIRTY } from '../truths.ts';
import { TextFile, type Shape } from './text-file.ts';

/** Why a dirty row must be refused, in the loader's words, and the row itself; `n` tells one from the next. */
export interface Flaw {
  reason: string;
  row: (n: number) => string | Buffer;
}

export interface FileSpec extends Shape {
  name: string; // folder/file
  flaws?: readonly Flaw[];
  orphan?: (n: number) => string; // a sound row whose parent does not exist
  duplicates?: boolean;
}

// records = accepted + refused + duplicates + superseded + pending.
export interface FileTruth {
  records: number;
  accepted: number;
  refused: Record<string, number>;
  duplicates: number;
  superseded: number;
  pending: number;
}

/** A file of one of the six systems, with its share of dirty rows; it knows exactly what it holds. */
export class SystemFile {
  readonly truth: FileTruth = { records: 0, accepted: 0, refused: {}, duplicates: 0, superseded: 0, pending: 0 };
  readonly file: TextFile;
  private flawsWritten = 0;
  private orphans = 0;

  constructor(
    out: string,
    private readonly spec: FileSpec,
  ) {
    this.file = new TextFile(`${out}/${spec.name}`, spec);
  }

  write(record: string): void {
    this.file.line(record);
    const { truth, spec } = this;
    truth.records++;
    const good = ++truth.accepted;
    if (spec.flaws && good % DIRTY.flawEach === 0) this.flaw(spec.flaws[this.flawsWritten % spec.flaws.length]);
    if (spec.orphan && good % DIRTY.flawEach === 500) this.orphan();
    if (spec.duplicates && good % DIRTY.duplicateEach === 0) {
      this.file.line(record);
      truth.records++;
      truth.duplicates++;
    }
  }

  /** An older version of a row that is in the file too, or follows. */
  writeOlder(record: string): void {
    this.file.line(record);
    this.truth.records++;
    this.truth.superseded++;
  }

  private flaw(flaw: Flaw | undefined): void {
    if (!flaw) return;
    this.file.line(flaw.row(++this.flawsWritten));
    this.truth.records++;
    this.truth.refused[flaw.reason] = (this.truth.refused[flaw.reason] ?? 0) + 1;
  }

  private orphan(): void {
    if (!this.spec.orphan) return;
    this.file.line(this.spec.orphan(++this.orphans));
    this.truth.records++;
    this.truth.pending++;
  }

  /** Every kind of dirty row at least once, however small the shop. */
  spoil(): void {
    const { flaws = [] } = this.spec;
    for (const flaw of flaws.slice(Math.min(this.flawsWritten, flaws.length))) this.flaw(flaw);
    if (this.orphans === 0) this.orphan();
  }
}

export type Field = string | number | null;

function quoted(field: Field): string {
  if (field === null) return '';
  if (typeof field === 'number') return String(field);
  return /[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}

export function csv(...fields: Field[]): string {
  let line = quoted(fields[0] ?? null);
  for (let i = 1; i < fields.length; i++) line += `,${quoted(fields[i] ?? null)}`;
  return line;
}

/** The bytes of a record with a sequence that no text in UTF-8 holds. */
export function notUtf8(before: string, after: string): Buffer {
  return Buffer.concat([Buffer.from(before), Buffer.from([0xc3, 0x28, 0xff]), Buffer.from(after)]);
}

export const yuan = (fen: number): string => {
  const whole = Math.abs(fen);
  return `${fen < 0 ? '-' : ''}${Math.floor(whole / 100)}.${String(whole % 100).padStart(2, '0')}`;
};
