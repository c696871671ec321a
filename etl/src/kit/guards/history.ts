import type { Queryable } from '@rapport/model/schema';
import type { Finding } from './judge.ts';
import type { FeedProfile } from './profile.ts';
import { wordsOf } from './words.ts';

/** Published deliveries that say what is usual. */
const COMPARED = 20;
/** Kept of a feed and kind of delivery, those of refused loads among them: a long backfill must not push out what is usual. */
const KEPT = 50;

interface KeptProfile extends FeedProfile {
  runId: number;
}

export interface Acceptance {
  by: string;
  reason: string | null;
}

/** What is known of a source's earlier deliveries, read once a run. */
export class History {
  private constructor(
    private readonly profiles: ReadonlyMap<string, KeptProfile[]>,
    private readonly begins: ReadonlyMap<string, number>,
    private readonly standing: ReadonlyMap<string, Acceptance>,
  ) {}

  static async read(db: Queryable, source: string): Promise<History> {
    const { rows: profiles } = await db.query<KeptProfile & { runId: string }>(
      `select run_id as "runId", feed, delivery, files, rows::float8 as rows, sampled::float8 as sampled, columns from (
         select p.*, row_number() over (partition by p.feed, p.delivery order by p.run_id desc) as place
         from ops.feed_profiles p join ops.runs r using (run_id) where p.source = $1 and r.state = 'committed') latest
       where place <= $2`,
      [source, COMPARED],
    );
    const { rows: begins } = await db.query<{ name: string; run: string }>(
      `select f.name, max(f.run_id)::text as run from ops.guard_findings f join ops.runs r using (run_id)
       where f.source = $1 and f.accepted_at is not null and r.state = 'committed' group by f.name`,
      [source],
    );
    // A refused load that a person has accepted since: the next delivery that shows the same goes through. Whatever is
    // published of the feed first ends it, so that no old acceptance lets a later mistake pass.
    const { rows: standing } = await db.query<{ name: string } & Acceptance>(
      `select distinct on (f.name) f.name, f.accepted_by as by, f.accept_reason as reason
       from ops.guard_findings f join ops.runs r using (run_id)
       where f.source = $1 and f.accepted_at is not null and r.state = 'failed' and not exists (
         select from ops.feed_profiles p join ops.runs later using (run_id)
         where p.source = f.source and p.feed = f.feed and p.run_id > f.run_id and later.state = 'committed')
       order by f.name, f.run_id desc`,
      [source],
    );
    return new History(
      Map.groupBy(
        profiles.map((row) => ({ ...row, runId: Number(row.runId) })),
        ({ feed }) => feed,
      ),
      new Map(begins.map(({ name, run }) => [name, Number(run)])),
      new Map(standing.map(({ name, ...acceptance }) => [name, acceptance])),
    );
  }

  /** The published deliveries of a feed that count for a guard. */
  of(feed: string, name: string): FeedProfile[] {
    const begin = this.begins.get(name) ?? 0;
    return (this.profiles.get(feed) ?? []).filter(({ runId }) => runId >= begin);
  }

  accepted(name: string): Acceptance | null {
    return this.standing.get(name) ?? null;
  }
}

export interface Judgement {
  finding: Finding;
  acceptance: Acceptance | null;
}

/** Profiles and findings of a run, in one statement each; older profiles of its feeds go. */
export async function keepProfiles(
  db: Queryable,
  run: { runId: string; source: string },
  profiles: readonly FeedProfile[],
): Promise<void> {
  if (profiles.length === 0) return;
  await db.query(
    `insert into ops.feed_profiles (run_id, source, feed, delivery, files, rows, sampled, columns)
     select $1, $2, feed, delivery, files, rows, sampled, columns from jsonb_to_recordset($3)
       as p(feed text, delivery text, files int, rows bigint, sampled bigint, columns jsonb)`,
    [run.runId, run.source, JSON.stringify(profiles)],
  );
  await db.query(
    `delete from ops.feed_profiles p using (
       select run_id, feed, row_number() over (partition by feed, delivery order by run_id desc) as place
       from ops.feed_profiles where source = $1 and feed = any($2)) old
     where p.run_id = old.run_id and p.feed = old.feed and old.place > $3`,
    [run.source, profiles.map(({ feed }) => feed), KEPT],
  );
}

export async function keepFindings(
  db: Queryable,
  run: { runId: string; source: string },
  judged: readonly Judgement[],
): Promise<void> {
  if (judged.length === 0) return;
  const rows = judged.map(({ finding, acceptance }) => {
    const { title, expected, found } = wordsOf(finding);
    const { feed, column, guard, name, severity } = finding;
    const told = { expected, found, title_en: title.en, title_zh: title.zh };
    const by = { accepted_by: acceptance?.by ?? null, accept_reason: acceptance?.reason ?? null };
    return { feed, column_name: column, guard, name, severity, ...told, ...by };
  });
  await db.query(
    `insert into ops.guard_findings (run_id, source, feed, column_name, guard, name, severity, expected, found, title_en, title_zh,
       accepted_at, accepted_by, accept_reason)
     select $1, $2, feed, column_name, guard, name, severity, expected, found, title_en, title_zh,
       case when accepted_by is not null then now() end, accepted_by, accept_reason
     from jsonb_to_recordset($3) as f(feed text, column_name text, guard text, name text, severity text, expected text, found text,
       title_en text, title_zh text, accepted_by text, accept_reason text)`,
    [run.runId, run.source, JSON.stringify(rows)],
  );
}
