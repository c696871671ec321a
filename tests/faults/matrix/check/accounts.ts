import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { none, type Db } from './db.ts';
import type { Reckoned } from './reckoning.ts';
import type { Sent } from './sent.ts';

const FATES = 'inserted + updated + unchanged + duplicate + superseded + pending + quarantined';

/** I1: each file's records, as the checker counts them, are those read, and each has one fate. */
export async function checkAccounts(db: Db, sent: readonly Sent[], { records }: Reckoned): Promise<string[]> {
  const found = await none(
    db,
    'I1 counts that do not add up',
    `select run_id, file_name, feed, read, ${FATES} as accounted from ops.run_feeds where read <> ${FATES}`,
  );
  for (const file of sent.filter((one) => !one.void)) {
    const counted = records.get(`${file.name} ${file.time}`);
    if (counted === undefined) continue;
    const [line] = await db.rows<{ read: string; quarantined: string; records: string }>(
      `select r.read::text, r.quarantined::text, f.records::text from ops.run_feeds r join ops.files f using (file_id)
       where r.home and r.read > 0 and f.sha256 = $1 order by r.run_id limit 1`,
      [sha256(file)],
    );
    const wanted = [counted, file.refused.length, counted].join(' ');
    const there = line ? [line.read, line.quarantined, line.records].join(' ') : 'nothing';
    if (wanted !== there && counted > 0)
      found.push(`I1 ${file.name}: read, quarantined, records must be ${wanted}, the ledger says ${there}`);
  }
  return found;
}

export const sha256 = ({ path }: Sent): string => createHash('sha256').update(readFileSync(path)).digest('hex');

/** I5: every published file stands once in the ledger, and no run is under way or failed without saying why. */
export async function checkEndings(db: Db, sent: readonly Sent[]): Promise<string[]> {
  const twice = await none(
    db,
    'I5 files with several ends',
    'select source, role, sha256, count(*) from ops.files group by 1, 2, 3 having count(*) > 1',
  );
  const running = await none(
    db,
    'I5 runs without an end',
    `select run_id, source, stage from ops.runs where state = 'running'`,
  );
  const mute = await none(
    db,
    'I5 failed runs that do not say why',
    `select run_id from ops.runs where state = 'failed' and (error_code is null or error_message is null or finished_at is null)`,
  );
  const stray = await none(
    db,
    'I5 files of runs that did not publish',
    `select f.name from ops.files f left join ops.runs r using (run_id) where r.state is distinct from 'committed'`,
  );
  const counted = await none(
    db,
    'I5 counts of runs that did not publish',
    `select f.run_id from ops.run_feeds f left join ops.runs r using (run_id) where r.state is distinct from 'committed'`,
  );
  const hashes = sent.filter((file) => !file.void).map(sha256);
  const lost = await none(
    db,
    'I5 files without an end',
    'select h from unnest($1::text[]) h where not exists (select from ops.files f where f.sha256 = h)',
    [hashes],
  );
  const voided = sent
    .filter((file) => file.void)
    .map(sha256)
    .filter((hash) => !hashes.includes(hash));
  const taken = await none(db, 'I5 refused files in the ledger', 'select name from ops.files where sha256 = any($1)', [
    voided,
  ]);
  return [...twice, ...running, ...mute, ...stray, ...counted, ...lost, ...taken];
}

/** I10: no token was held twice, and the latest is the lease's. */
export async function checkTurns(db: Db): Promise<string[]> {
  const twice = await none(
    db,
    'I10 fencing tokens held twice',
    'select source, fencing_token from ops.runs group by 1, 2 having count(*) > 1',
  );
  const order = await none(
    db,
    'I10 tokens out of order',
    `select source, run_id from (select *, lag(fencing_token) over (partition by source order by run_id) as before from ops.runs) r where fencing_token <= before`,
  );
  const lease = await none(
    db,
    'I10 a lease that is not the latest run’s',
    `select l.source from ops.source_leases l join (select source, max(fencing_token) as token from ops.runs group by 1) r using (source) where l.fencing_token < r.token`,
  );
  const versions = await none(
    db,
    'I10 two runs that published one version',
    `select data_version from ops.runs where state = 'committed' group by 1 having count(*) > 1`,
  );
  const version = await none(
    db,
    'I13 the house’s version is not that of its last run',
    `select version from ops.data_version where version <> coalesce((select max(data_version) from ops.runs where state = 'committed'), 0)`,
  );
  return [...twice, ...order, ...lease, ...versions, ...version];
}

/** I13: what the process said and its exit code are what the ledger says of its run. */
export async function checkStory(
  db: Db,
  { said, exitCode }: { said: string | null; exitCode?: number | null },
): Promise<string[]> {
  const [run] = await db.rows<{ state: string; code: string | null }>(
    'select state, error_code as code from ops.runs order by run_id desc limit 1',
  );
  const ledger = run?.state === 'failed' ? run.code : (run?.state ?? null);
  const found = said !== null && ledger !== said ? [`I13 the process said ${said}, the ledger says ${ledger}`] : [];
  const good = ledger === 'committed' || ledger === 'unchanged';
  if (exitCode !== undefined && said !== null && (exitCode === 0) !== good)
    found.push(`I13 exit code ${exitCode} for a run that is ${ledger}`);
  return found;
}
