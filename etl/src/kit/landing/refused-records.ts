import type { QuarantineReason } from '@rapport/model/vocabulary';
import type { DeliveredFile } from '../files/discover.ts';
import { seal } from '../privacy/seal.ts';
import type { FileDefinition } from '../source/definition.ts';
import { hasPersonal } from '../source/source.ts';
import type { RecordPlace } from '../splitter/offsets.ts';
import type { LandingContext } from './land-file.ts';
import { refusedTable } from './tables.ts';

export interface RefusedRecord {
  raw: Buffer;
  place: RecordPlace;
  positions?: readonly number[] | undefined;
  reason: QuarantineReason;
  field: string | null;
  /** What was expected and found; never a personal value. */
  detail: Record<string, string | number>;
  /** The record itself was loaded, without the value in `field`. */
  valueOnly?: boolean;
  /** Where a feed refused it rather than the file's own landing. */
  feed?: string;
  /** The record's own id, where the feed could read it. */
  externalId?: string | null;
  /** The version it says it is of. */
  version?: string | null;
}

/** Writes refused records beside the landing tables, sealed where the file has personal columns. */
export class RefusedRecords {
  #waiting: RefusedRecord[] = [];
  readonly #home: string;

  constructor(
    readonly context: LandingContext,
    readonly file: DeliveredFile,
    readonly definition: FileDefinition,
  ) {
    const { feeds } = context.source;
    this.#home = feeds.find((feed) => feed.from === file.role && !feed.secondary)?.feed ?? file.role;
  }

  add(record: RefusedRecord): void {
    this.#waiting.push(record);
  }

  async flush(): Promise<void> {
    if (this.#waiting.length === 0) return;
    const rows = this.#waiting.splice(0);
    const key = hasPersonal(this.definition) ? this.context.key : null;
    await this.context.side.query(
      `insert into ${refusedTable(this.context.source)} (feed, file_id, file_name, record_no, line_no, byte_offset, reason, field, detail, raw, key_id, positions, external_id, source_version, value_only)
       select feed, $1, $2, record_no, line_no, byte_offset, reason, field, detail, raw, $3, positions::integer[], external_id, source_version::timestamptz, value_only
       from unnest($4::text[], $5::bigint[], $6::bigint[], $7::bigint[], $8::text[], $9::text[], $10::jsonb[], $11::bytea[], $12::text[], $13::text[], $14::text[], $15::boolean[])
         as r(feed, record_no, line_no, byte_offset, reason, field, detail, raw, positions, external_id, source_version, value_only)`,
      [
        this.file.fileId,
        this.file.name,
        key?.keyId ?? null,
        rows.map((row) => row.feed ?? this.#home),
        rows.map((row) => row.place.recordNo),
        rows.map((row) => row.place.lineNo),
        rows.map((row) => row.place.byteOffset),
        rows.map((row) => row.reason),
        rows.map((row) => row.field),
        rows.map((row) => JSON.stringify(row.detail)),
        rows.map((row) => (key ? seal(key, 'quarantine', row.raw) : row.raw)),
        rows.map(({ positions }) => (positions ? `{${positions.join(',')}}` : null)),
        rows.map(({ externalId }) => externalId ?? null),
        rows.map(({ version }) => version ?? null),
        rows.map(({ valueOnly }) => valueOnly === true),
      ],
    );
  }
}
