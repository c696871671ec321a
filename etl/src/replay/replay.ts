import type pg from 'pg';
import { openPool } from '@rapport/model/schema';
import type { RefusedSelection, ReplayedRow, ReplayPreview, SourceReplay } from '@rapport/model/vocabulary';
import { catchUpOn } from '../catch-up.ts';
import { carryOut } from '../ingest.ts';
import type { IngestOptions, Task } from '../ingest/house.ts';
import type { Source } from '../kit/source/source.ts';
import type { WorkerLog } from '../schedule/log.ts';
import { sourceLibrary } from '../sources/library.ts';
import { figuresOf, moved } from './figures.ts';
import { findReplayed, replayedSource } from './find.ts';
import { assertGiven, sourcesOf, waitingRows } from './selection.ts';
import { Settlement } from './settle.ts';

export interface ReplayOptions extends Pick<
  IngestOptions,
  'databaseUrl' | 'home' | 'masterKey' | 'onProgress' | 'signal' | 'leaseMs' | 'waitToPublishMs'
> {
  /** Who asked, as the audit names them. */
  actor: string;
  selection: RefusedSelection;
  /** The folder the files were delivered in, for feeds that join them. */
  from?: string | null;
  /** Hears of what is made anew after it. */
  log?: WorkerLog;
}

const SAMPLE = 100;

/** Reads refused rows again and publishes those that are right by now. Sources one after the other, each whole or not at all. */
export async function replay(options: ReplayOptions): Promise<SourceReplay[]> {
  const done: SourceReplay[] = [];
  for (const one of await sourcesToReplay(options)) {
    const outcomes: ReplayedRow[] = [];
    let runId: string | null = null;
    for (let after: string | undefined = '0'; after !== undefined;) {
      const turn = new Turn(options, one, after);
      const report = await carryOut(turn.options, turn.task);
      outcomes.push(...turn.settlement.outcomes);
      if (report.state === 'committed') runId = report.runId;
      after = turn.more ? turn.settlement.rows.at(-1)?.id : undefined;
    }
    done.push({ source: one.source, runId, ...summary(outcomes) });
  }
  if (done.some(({ runId }) => runId !== null)) await catchUpOn(options.databaseUrl, options);
  return done;
}

/** What a replay would do: everything is done but the end of the transaction. */
export async function previewReplay(options: ReplayOptions): Promise<ReplayPreview[]> {
  const seen: ReplayPreview[] = [];
  for (const one of await sourcesToReplay(options)) {
    const turn = new Turn(options, one, '0');
    let before = new Map<string, number | null>();
    let after = before;
    const { code: shop, currency } = turn.task.source.shop;
    const look = {
      before: async (tx: pg.Client) => void (before = await figuresOf(tx, shop)),
      after: async (tx: pg.Client) => void (after = await figuresOf(tx, shop)),
    };
    await carryOut(turn.options, { ...turn.task, preview: look });
    const { outcomes } = turn.settlement;
    const counts = { source: one.source, runId: null, ...summary(outcomes) };
    seen.push({ ...counts, sample: outcomes.slice(0, SAMPLE), currency, moved: moved(before, after) });
  }
  return seen;
}

async function sourcesToReplay({ databaseUrl, selection }: ReplayOptions) {
  assertGiven(selection);
  const pool = openPool(databaseUrl, { application: 'rapport replay', max: 1 });
  try {
    return await sourcesOf(pool, selection);
  } finally {
    await pool.end();
  }
}

/** One run of a replay. */
class Turn {
  readonly settlement: Settlement;
  readonly options: IngestOptions;
  readonly task: Task;
  /** There are rows behind those of this run. */
  more = false;

  constructor(given: ReplayOptions, { source: name, roles }: { source: string; roles: string[] }, after: string) {
    const { selection, actor, from = null, log: _log, ...house } = given;
    const source: Source = replayedSource(sourceLibrary().read(name), roles, from);
    this.settlement = new Settlement(source, actor);
    this.options = {
      ...house,
      source: name,
      from: from ?? source.folder,
      trigger: 'replay',
      errand: this.settlement,
      actor,
    };
    this.task = {
      source,
      replay: true,
      find: async (at) => {
        const { rows, more } = await waitingRows(at.control, { ...selection, source: name }, after);
        this.settlement.rows = rows;
        this.more = more;
        return findReplayed(at, rows, from);
      },
    };
  }
}

function summary(outcomes: readonly ReplayedRow[]): Omit<SourceReplay, 'source' | 'runId'> {
  const count = (outcome: ReplayedRow['outcome']) => outcomes.filter((row) => row.outcome === outcome).length;
  const refused = outcomes.filter(({ outcome }) => outcome === 'refused');
  const groups = Map.groupBy(refused, ({ reason, field }) => JSON.stringify([reason, field]));
  return {
    rows: outcomes.length,
    loaded: count('loaded'),
    superseded: count('superseded'),
    refused: refused.length,
    refusals: [...groups.values()]
      .map((rows) => ({ reason: rows[0]?.reason ?? '', field: rows[0]?.field ?? null, rows: rows.length }))
      .toSorted((a, b) => b.rows - a.rows),
  };
}
