import type pg from 'pg';
import type { Scope } from '@rapport/model/vocabulary';
import { TO_THE_END } from '../graphql/page.ts';
import { Snapshot } from './snapshot.ts';

const IN_A_STATEMENT = new RegExp(`\\blimit ${TO_THE_END + 1}\\b`);

/** What pages go on behind: rows that follow each other anyway need no such place. */
const PLACES = /array\[[^[\]]*\] as "cursorKeys"/g;

interface Rows<Row> {
  rows: Row[];
  rowCount: number | null;
}

interface Reading {
  cursor: string;
  text: string;
  ahead: Promise<Rows<object>>;
  /** What was answered last. */
  given: object[];
  ended: boolean;
}

/**
 * One state of the data, read to its end by the readers that otherwise read pages of it. The statement of a list that is asked for
 * to its end becomes a cursor: asked again, it answers with the rows that follow. All other statements answer as ever.
 */
export class StreamedReads extends Snapshot {
  readonly #statementMs: number;
  #rows = 0;
  #prepared: Promise<unknown> | undefined;
  #reading: Reading | undefined;

  constructor(pool: pg.Pool, scope: Scope | null, { statementMs }: { statementMs: number }) {
    super(pool, scope);
    this.#statementMs = statementMs;
    this.nameOperation('export');
  }

  /** How many rows the list answers with each time. */
  set rowsAtATime(rows: number) {
    this.#rows = rows;
  }

  /** Whether asking again would bring more. A list that is read in one piece, without such a statement, never does. */
  get goesOn(): boolean {
    return this.#reading !== undefined && !this.#reading.ended;
  }

  override async query<Row extends object = Record<string, unknown>>(
    text: string,
    values: unknown[] = [],
  ): Promise<Rows<Row>> {
    await (this.#prepared ??= super.query(
      `select set_config('statement_timeout', $1, true), set_config('cursor_tuple_fraction', '1', true), set_config('work_mem', '64MB', true)`,
      [String(this.#statementMs)],
    ));
    if (!IN_A_STATEMENT.test(text)) return super.query<Row>(text, values);
    return (await this.#more(text, values)) as Rows<Row>;
  }

  async #more(text: string, values: unknown[]): Promise<Rows<object>> {
    const reading = (this.#reading ??= await this.#open(text, values));
    if (reading.text !== text) throw new Error('Two lists of one export are read to their end.');
    // They have been written. Left in their list they would outlive it: the driver's own old objects lead to it until all memory is gone through.
    reading.given.length = 0;
    const answer = await reading.ahead;
    reading.given = answer.rows;
    reading.ended = answer.rows.length < this.#rows;
    // The database reads on while these are written.
    if (!reading.ended) reading.ahead = this.#fetch(reading.cursor);
    return answer;
  }

  async #open(text: string, values: unknown[]): Promise<Reading> {
    const cursor = 'export_rows';
    await super.query(`declare ${cursor} no scroll cursor for ${text.replace(PLACES, 'null as "cursorKeys"')}`, values);
    return { cursor, text, ahead: this.#fetch(cursor), given: [], ended: false };
  }

  #fetch(cursor: string): Promise<Rows<object>> {
    const answer = super.query(`fetch forward ${this.#rows} from ${cursor}`);
    answer.catch(() => {});
    return answer;
  }
}
