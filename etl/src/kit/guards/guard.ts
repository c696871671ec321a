import type pg from 'pg';
import { audit, type Queryable } from '@rapport/model/schema';
import { IngestError } from '../errors/ingest-error.ts';
import type { Note } from '../run/note.ts';
import type { Run } from '../run/run.ts';
import { usualGuards } from '../source/guard-definition.ts';
import { bringsChanges, type Source } from '../source/source.ts';
import type { StagedFeed } from '../stage/stage-feed.ts';
import { History, keepFindings, keepProfiles, type Acceptance, type Judgement } from './history.ts';
import { judge } from './judge.ts';
import { profileOf, type DeliveryKind, type FeedProfile } from './profile.ts';
import { wordsOf } from './words.ts';

/**
 * What a run loads, to those who watch over it: a delivery, of which size and make-up are compared with the ones before; a
 * batch, of which only the make-up is (a push, a window of the past); or neither (rows picked out by a person).
 */
export type GuardedAs = 'delivery' | 'batch' | 'none';

export function guardedAs(trigger: string): GuardedAs {
  if (trigger === 'replay') return 'none';
  return trigger === 'backfill' ? 'batch' : 'delivery';
}

export interface GuardTask {
  source: Source;
  staged: readonly StagedFeed[];
  /** Files that are new; a feed that is only joined anew shows what it showed before. */
  fresh: ReadonlySet<string>;
  as: GuardedAs;
  /** Ids or names of findings that a person says are right. */
  accept: readonly string[];
  actor: string;
}

/** Takes the profiles on every connection at once, judges them, keeps both, and refuses the load where a guard stops it. */
export async function guardDelivery(
  workers: readonly pg.Client[],
  control: pg.Client,
  run: Run,
  task: GuardTask,
): Promise<Note[]> {
  if (task.as === 'none') return [];
  const profiles = await takeProfiles(workers, task);
  const judged = await judgeAll(control, profiles, task);
  await keepProfiles(control, run, profiles);
  await keepFindings(control, run, judged);
  await tellAccepted(control, run, task, judged);
  refuse(task.source, judged);
  return judged.map(noteOf);
}

/** The same for a rehearsal, which keeps nothing and refuses nothing. */
export async function guardRehearsal(
  workers: readonly pg.Client[],
  control: pg.Client,
  task: GuardTask,
): Promise<Note[]> {
  const judged = await judgeAll(control, await takeProfiles(workers, task), task);
  return judged.map(noteOf);
}

async function takeProfiles(workers: readonly pg.Client[], task: GuardTask): Promise<FeedProfile[]> {
  const { source, fresh } = task;
  const waiting = task.staged.filter(({ files }) => files.some(({ file }) => fresh.has(file.fileId)));
  const profiles: FeedProfile[] = [];
  await Promise.all(
    workers.map(async (db) => {
      for (let staged = waiting.pop(); staged; staged = waiting.pop())
        profiles.push(await profileOf(db, source, staged, kindOf(task, staged)));
    }),
  );
  const place = ({ feed }: FeedProfile): number => task.staged.findIndex((staged) => staged.feed.feed === feed);
  return profiles.sort((a, b) => place(a) - place(b));
}

function kindOf({ source, as }: GuardTask, { feed }: StagedFeed): DeliveryKind {
  const file = source.files[feed.from];
  return as === 'batch' || (file && bringsChanges(file)) ? 'batch' : (file?.delivery ?? 'snapshot');
}

async function judgeAll(db: Queryable, profiles: readonly FeedProfile[], task: GuardTask): Promise<Judgement[]> {
  const history = await History.read(db, task.source.name);
  const accepted = await acceptedNames(db, task);
  const own: Acceptance = { by: task.actor, reason: null };
  return profiles.flatMap((profile) => {
    const guards = task.source.feeds.find(({ feed }) => feed === profile.feed)?.guards ?? usualGuards;
    const found = judge(profile, (name) => history.of(profile.feed, name), guards);
    return found.map((finding) => {
      const acceptance = accepted.has(finding.name) ? own : history.accepted(finding.name);
      return { finding, acceptance };
    });
  });
}

/** A finding is accepted by its name, or by the number it had in an earlier run. */
async function acceptedNames(db: Queryable, { source, accept }: GuardTask): Promise<ReadonlySet<string>> {
  const numbers = accept.filter((given) => /^\d{1,15}$/.test(given));
  if (numbers.length === 0) return new Set(accept);
  const { rows } = await db.query<{ name: string }>(
    'select name from ops.guard_findings where source = $1 and id = any($2::bigint[])',
    [source.name, numbers],
  );
  return new Set([...accept, ...rows.map(({ name }) => name)]);
}

async function tellAccepted(
  db: Queryable,
  run: Run,
  { actor }: GuardTask,
  judged: readonly Judgement[],
): Promise<void> {
  const names = judged.flatMap(({ finding, acceptance }) => (acceptance?.by === actor ? [finding.name] : []));
  if (names.length === 0) return;
  const subject = `source ${run.source}`;
  await audit(db, { actor, action: 'guard.accept', subject, runId: run.runId, detail: { names } });
}

function refuse(source: Source, judged: readonly Judgement[]): void {
  const stopped = judged.filter(({ finding, acceptance }) => finding.severity === 'stop' && acceptance === null);
  const [first] = stopped;
  if (!first) return;
  const { feed, column, name } = first.finding;
  const { title, expected, found } = wordsOf(first.finding);
  throw new IngestError('guard_tripped', {
    source: source.name,
    feed,
    column,
    expected,
    found,
    problem: title.en,
    names: stopped.map(({ finding }) => finding.name),
    remedy: stopped.map(({ finding }) => `--accept-guard ${finding.name}`).join(' '),
    name,
  });
}

function noteOf({ finding, acceptance }: Judgement): Note {
  const { title } = wordsOf(finding);
  if (acceptance)
    return {
      code: 'guard_accepted',
      en: `${title.en}. Accepted by ${acceptance.by}.`,
      zh: `${title.zh}。已由 ${acceptance.by} 确认。`,
    };
  const stops = finding.severity === 'stop';
  return {
    code: stops ? 'guard_stop' : 'guard_warning',
    en: stops ? `${title.en}. A load would be refused.` : `${title.en}.`,
    zh: stops ? `${title.zh}。正式导入时将被拒绝。` : `${title.zh}。`,
  };
}
