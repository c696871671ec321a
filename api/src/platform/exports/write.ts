import type { DocumentNode, ExecutionResult } from 'graphql';
import type pg from 'pg';
import type { Principal } from '../auth/principal.ts';
import { StreamedReads } from '../database/streamed-reads.ts';
import { askedFields } from '../graphql/asked.ts';
import { Compiled } from '../graphql/compiled.ts';
import { RequestContext } from '../graphql/context.ts';
import type { Row } from './columns.ts';
import type { Sink, Writer } from './formats/format.ts';
import type { Plan } from './plan.ts';

/** Objects of the API made at a time: what is in memory at once, and how long other requests may have to wait. */
const OBJECTS_AT_A_TIME = 8_000;
const MOST_ROWS_AT_A_TIME = 400;

/** A request of its own for each part of the list, all of them over one state of the data. */
class PartContext extends RequestContext {
  override readonly reads: StreamedReads;

  constructor({ principal, pool, reads, plan }: Writing, document: DocumentNode) {
    super(principal, pool, null);
    this.reads = reads;
    this.asked = askedFields(plan.schema, document);
  }
}

export interface Writing {
  plan: Plan;
  principal: Principal;
  pool: pg.Pool;
  reads: StreamedReads;
  open(sink: Sink): Writer;
  sink: Sink;
  /** Told before the first row, and may refuse: how many rows will come, of which published state. */
  begins(expectedRows: number | null, dataVersion: number): Promise<void>;
  /** Told after each part. */
  written(rows: number): void;
}

type Executed = Pick<Plan, 'document' | 'operation'>;

function dataOf({ data, errors }: ExecutionResult): Row {
  const [error] = errors ?? [];
  if (error) throw error.originalError ?? error;
  return data as Row;
}

/** Executes the document over and over, each time for the rows that follow, and writes them. */
export async function writeRows(writing: Writing): Promise<void> {
  const { plan, reads, ...told } = writing;
  const compiled = new Compiled();
  const ask = async ({ document, operation }: Executed): Promise<Row> =>
    dataOf(
      await compiled.execute({
        schema: plan.schema,
        document,
        operation,
        operationName: operation.name?.value,
        variables: plan.variables,
        context: new PartContext(writing, document),
      }),
    );
  const { rows: versions } = await reads.query<{ version: number }>(
    '/* data version */ select version from ops.data_version',
  );
  const expected = plan.count && plan.count.of(await ask(plan.count));
  await told.begins(expected, versions[0]?.version ?? 0);
  reads.rowsAtATime = Math.max(
    50,
    Math.min(MOST_ROWS_AT_A_TIME, Math.floor(OBJECTS_AT_A_TIME / Math.max(1, plan.cost.perRow))),
  );
  const writer = told.open(told.sink);
  do {
    let rows = 0;
    const counted = function* (all: Iterable<Row>): Generator<Row> {
      for (const row of all) {
        rows += 1;
        yield row;
      }
    };
    const part = plan.rows(await ask(plan));
    await writer.rows(counted(part));
    // As in streamed-reads.ts: nothing that is old may lead to what is done with.
    if (Array.isArray(part)) part.length = 0;
    told.written(rows);
  } while (reads.goesOn);
  await writer.end();
}
