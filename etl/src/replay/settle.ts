import type { ReplayedRow } from '@rapport/model/vocabulary';
import type pg from 'pg';
import { audit } from '@rapport/model/schema';
import { IngestError } from '../kit/errors/ingest-error.ts';
import { allContracts } from '../kit/feeds/contracts.ts';
import { refusedTable } from '../kit/landing/tables.ts';
import type { Errand } from '../kit/run/errand.ts';
import { landingTable, type Source } from '../kit/source/source.ts';
import { workTable } from '../kit/stage/names.ts';
import type { WaitingRow } from './selection.ts';

interface Refused {
  feed: string;
  file_id: string;
  record_no: string;
  reason: string;
  field: string | null;
  detail: Record<string, string | number>;
  value_only: boolean;
}

type Place = Pick<Refused, 'file_id' | 'record_no'>;
const placeOf = ({ file_id, record_no }: Place): string => `${file_id} ${record_no}`;

/** Says of each replayed row what became of it, in the transaction that publishes it. */
export class Settlement implements Errand {
  rows: readonly WaitingRow[] = [];
  outcomes: ReplayedRow[] = [];
  readonly #source: Source;
  readonly #actor: string;

  constructor(source: Source, actor: string) {
    this.#source = source;
    this.#actor = actor;
  }

  async begin(): Promise<boolean> {
    return true;
  }

  async done(tx: pg.Client, runId: string, outcome: 'loaded' | 'unchanged'): Promise<void> {
    this.outcomes = [];
    if (outcome === 'unchanged') return;
    await this.#assertUntouched(tx, runId);
    const refusals = Map.groupBy(await this.#refused(tx), placeOf);
    const landed = await this.#landed(tx);
    const superseded = await this.#superseded(tx);
    const refused: (Refused & { id: string })[] = [];
    const told = new Set<Refused>();
    for (const row of this.rows) {
      const mine = refusals.get(placeOf(row)) ?? [];
      const own = mine.find(({ feed, field, value_only }) =>
        row.value_only ? value_only && field === row.field : !value_only && feed === row.feed,
      );
      const fault = own ?? (landed.has(placeOf(row)) ? undefined : mine.find(({ value_only }) => !value_only));
      if (fault) {
        refused.push({ ...fault, id: row.id });
        told.add(fault);
      }
      const what = fault ? 'refused' : superseded.has(`${row.feed} ${placeOf(row)}`) ? 'superseded' : 'loaded';
      this.outcomes.push({
        id: Number(row.id),
        outcome: what,
        reason: fault?.reason ?? null,
        field: fault?.field ?? null,
      });
    }
    await this.#keepWaiting(tx, runId, refused);
    const others = [...refusals.values()].flat().filter((one) => !told.has(one));
    await this.#addRefusedElsewhere(tx, runId, others);
    await this.#resolve(tx, runId);
    await audit(tx, {
      actor: this.#actor,
      action: 'quarantine.replay',
      subject: `source ${this.#source.name}`,
      runId,
      detail: this.#counts(),
    });
  }

  /** What was discarded or corrected since it was read must not be published as it was. */
  async #assertUntouched(tx: pg.Client, runId: string): Promise<void> {
    const { rowCount } = await tx.query(
      `select from ops.quarantine q join unnest($1::bigint[], $2::text[]) r(id, touched) on r.id = q.id
       where q.xmin::text = r.touched for update of q`,
      [this.rows.map(({ id }) => id), this.rows.map(({ touched }) => touched)],
    );
    if (rowCount !== this.rows.length) throw new IngestError('refused_rows_touched', { run: runId });
  }

  #counts(): Record<string, number> {
    const count = (outcome: ReplayedRow['outcome']) => this.outcomes.filter((row) => row.outcome === outcome).length;
    return {
      rows: this.outcomes.length,
      loaded: count('loaded'),
      superseded: count('superseded'),
      refused: count('refused'),
    };
  }

  async #refused(tx: pg.Client): Promise<Refused[]> {
    const { rows } = await tx.query<Refused>(
      `select r.feed, r.file_id, r.record_no, r.reason, r.field, r.detail, r.value_only from ${refusedTable(this.#source)} r
       where (r.file_id, r.record_no) in (select * from unnest($1::uuid[], $2::bigint[]))`,
      this.#places(),
    );
    return rows;
  }

  async #landed(tx: pg.Client): Promise<Set<string>> {
    const found = new Set<string>();
    for (const role of new Set(this.rows.map((row) => row.role))) {
      const { rows } = await this.#placesIn(tx, landingTable(this.#source.name, role), 'true');
      for (const row of rows) found.add(placeOf(row));
    }
    return found;
  }

  /** Newer data of the same record was published already. */
  async #superseded(tx: pg.Client): Promise<Set<string>> {
    const found = new Set<string>();
    for (const { feed, shape } of allContracts) {
      if (shape === 'content' || !this.rows.some((row) => row.feed === feed)) continue;
      const { rows } = await this.#placesIn(tx, workTable.changes(this.#source, feed), `op = 'superseded'`);
      for (const row of rows) found.add(`${feed} ${placeOf(row)}`);
    }
    return found;
  }

  async #placesIn(tx: pg.Client, table: string, condition: string): Promise<{ rows: Place[] }> {
    const { rows } = await tx.query<{ there: boolean }>('select to_regclass($1) is not null as there', [table]);
    if (!rows[0]?.there) return { rows: [] };
    return tx.query<Place>(
      `select file_id, record_no from ${table} where ${condition} and (file_id, record_no) in (select * from unnest($1::uuid[], $2::bigint[]))`,
      this.#places(),
    );
  }

  #places(): [string[], string[]] {
    return [this.rows.map(({ file_id }) => file_id), this.rows.map(({ record_no }) => record_no)];
  }

  /** What fails again waits on under its new reason; there is no second row of it. */
  async #keepWaiting(tx: pg.Client, runId: string, refused: readonly (Refused & { id: string })[]): Promise<void> {
    await tx.query(
      `update ops.quarantine q set reason = r.reason, field = r.field, detail = r.detail, tried_run_id = $1
       from unnest($2::bigint[], $3::text[], $4::text[], $5::jsonb[]) r(id, reason, field, detail) where q.id = r.id and q.state = 'waiting'`,
      [
        runId,
        refused.map(({ id }) => id),
        refused.map(({ reason }) => reason),
        refused.map(({ field }) => field),
        refused.map(({ detail }) => JSON.stringify(detail)),
      ],
    );
  }

  /** A record that one feed takes may be refused by another one that never met it before. */
  async #addRefusedElsewhere(tx: pg.Client, runId: string, refused: readonly Refused[]): Promise<void> {
    await tx.query(
      `insert into ops.quarantine (run_id, source, shop, feed, file_id, file_name, record_no, line_no, byte_offset, reason, field, detail,
         raw, raw_encrypted, key_id, truncated, positions, corrected, corrected_key_id, corrected_at, corrected_by, value_only)
       select distinct on (r.feed, q.file_id, q.record_no, r.field) $1, q.source, q.shop, r.feed, q.file_id, q.file_name, q.record_no, q.line_no, q.byte_offset,
         r.reason, r.field, r.detail, q.raw, q.raw_encrypted, q.key_id, q.truncated, q.positions, q.corrected, q.corrected_key_id, q.corrected_at,
         q.corrected_by, r.value_only
       from unnest($2::text[], $3::uuid[], $4::bigint[], $5::text[], $6::text[], $7::jsonb[], $8::boolean[])
           as r(feed, file_id, record_no, reason, field, detail, value_only)
         join ops.quarantine q on q.file_id = r.file_id and q.record_no = r.record_no and q.id = any($9::bigint[])
       where not exists (select from ops.quarantine o where o.file_id = r.file_id and o.record_no = r.record_no and o.feed = r.feed
         and o.state in ('waiting', 'discarded') and o.value_only = r.value_only and (not r.value_only or o.field = r.field))`,
      [
        runId,
        refused.map(({ feed }) => feed),
        refused.map(({ file_id }) => file_id),
        refused.map(({ record_no }) => record_no),
        refused.map(({ reason }) => reason),
        refused.map(({ field }) => field),
        refused.map(({ detail }) => JSON.stringify(detail)),
        refused.map(({ value_only }) => value_only),
        this.rows.map(({ id }) => id),
      ],
    );
  }

  async #resolve(tx: pg.Client, runId: string): Promise<void> {
    const resolved = this.outcomes.filter(({ outcome }) => outcome !== 'refused');
    await tx.query(
      `update ops.quarantine q set state = r.state, resolved_at = now(), resolved_by = $2, tried_run_id = $1
       from unnest($3::bigint[], $4::text[]) r(id, state) where q.id = r.id and q.state = 'waiting'`,
      [
        runId,
        this.#actor,
        resolved.map(({ id }) => id),
        resolved.map(({ outcome }) => (outcome === 'loaded' ? 'replayed' : 'superseded')),
      ],
    );
  }
}
