import { runErrors, type AlertKind, type LocalizedText } from '@rapport/model/vocabulary';

/** Something that is wrong now. */
export interface Condition {
  kind: AlertKind;
  severity: 'warning' | 'critical';
  source: string;
  subject: string;
  title: LocalizedText;
  detail: LocalizedText;
  runId: string | null;
}

/** Ended by a person, or by somebody whose turn it was: no failure of the source. */
const OF_THE_TURN = ['interrupted', 'source_busy', 'fenced_off', 'window_taken'];
/** Alerts of their own say these: a run that failed for one of them is not told twice. */
export const TOLD_APART = `(error_code = 'guard_tripped' or error_code like 'header\\_%')`;

/** The last run of each source that ended, one by one by the index. */
export const LAST_RUNS = `(select last.* from ops.source_leases s cross join lateral (
    select * from ops.runs r where r.source = s.source and r.state <> 'running'
      and not (r.state = 'failed' and r.error_code = any('{${OF_THE_TURN.join(',')}}'))
    order by r.run_id desc limit 1) last)`;

export interface Failed {
  source: string;
  run: string | null;
  code: string;
  message: string;
}

export function ofFailure({ source, run, code, message }: Failed, kind: AlertKind, subject: string): Condition {
  const words = Object.hasOwn(runErrors, code) ? runErrors[code as keyof typeof runErrors] : undefined;
  const title = {
    en: `${source}: ${words?.title.en ?? code}`,
    zh: `${source}：${words?.title.zh ?? code}`,
  };
  const detail = { en: message, zh: words ? `${words.remedy.zh}\n${message}` : message };
  return { kind, severity: 'critical', source, subject, title, detail, runId: run };
}
