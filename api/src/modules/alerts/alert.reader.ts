import { Alert as Kept, AlertDelivery, type EntityManager, GuardFinding as Finding } from '@rapport/model/entities';
import type { Queryable } from '@rapport/model/schema';
import { given, LatestFirst } from '../../platform/database/latest-first.ts';
import { pageOf, type Page, type PageArgs } from '../../platform/graphql/page.ts';
import { feedTitle } from '../health/index.ts';
import type {
  Alert,
  AlertKind,
  AlertNotice,
  AlertSeverity,
  AlertWhere,
  FeedFreshness,
  FreshnessState,
} from './alert.type.ts';
import type { GuardFinding } from './finding.type.ts';

const latestFirst = new LatestFirst('alerts');
const absent = (text: string): string | null => (text === '' ? null : text);

const toAlert = (alert: Kept): Alert => ({
  id: String(alert.id),
  kind: alert.kind.toUpperCase() as AlertKind,
  severity: alert.severity.toUpperCase() as AlertSeverity,
  source: absent(alert.source),
  subject: absent(alert.subject),
  title: { en: alert.titleEn, zh: alert.titleZh },
  detail: { en: alert.detailEn, zh: alert.detailZh },
  runId: alert.runId?.toString() ?? null,
  openedAt: alert.openedAt,
  lastSeenAt: alert.lastSeenAt,
  recoveredAt: alert.recoveredAt ?? null,
  acknowledgedAt: alert.acknowledgedAt ?? null,
  acknowledgedBy: alert.acknowledgedBy ?? null,
  snoozedUntil: alert.snoozedUntil ?? null,
});

export async function readAlerts(
  em: EntityManager,
  { open, kind, source }: AlertWhere,
  { first, after }: PageArgs,
): Promise<Page<Alert>> {
  const state = open === undefined || open === null ? {} : { recoveredAt: open ? null : { $ne: null } };
  const where = { ...given({ source, kind: kind?.toLowerCase() }), ...state };
  const rows = await em.find(
    Kept,
    { ...where, ...given({ id: latestFirst.behind(after) }) },
    { orderBy: { id: 'desc' }, limit: first + 1, comments: ['alerts'] },
  );
  return pageOf(rows, first, {
    cursor: ({ id }) => latestFirst.cursor(id),
    node: toAlert,
    count: () => em.count(Kept, where, { comments: ['count alerts'] }),
  });
}

export async function readNotices(
  em: EntityManager,
  alertIds: readonly string[],
): Promise<(AlertNotice & { alertId: string })[]> {
  const rows = await em.find(
    AlertDelivery,
    { alert: { id: { $in: alertIds.map(Number) } } },
    { orderBy: { id: 'asc' }, comments: ['notices of alerts'] },
  );
  return rows.map((row) => ({
    alertId: String(row.alert.id),
    channel: row.channel,
    event: row.event.toUpperCase() as AlertNotice['event'],
    state: row.state.toUpperCase() as AlertNotice['state'],
    attempts: row.attempts,
    sentAt: row.sentAt ?? null,
    error: row.error ?? null,
  }));
}

const RUN_NUMBER = /^[1-9]\d{0,15}$/;

export async function readFindings(em: EntityManager, runId: string): Promise<GuardFinding[]> {
  if (!RUN_NUMBER.test(runId)) return [];
  const rows = await em.find(
    Finding,
    { run: { runId: Number(runId) } },
    { orderBy: { id: 'asc' }, comments: ['guard findings'] },
  );
  return rows.map((row) => ({
    id: String(row.id),
    runId,
    name: row.name,
    check: row.guard,
    severity: row.severity.toUpperCase() as GuardFinding['severity'],
    feed: row.feed,
    column: row.columnName ?? null,
    title: { en: row.titleEn, zh: row.titleZh },
    expected: row.expected,
    found: row.found,
    acceptedAt: row.acceptedAt ?? null,
    acceptedBy: row.acceptedBy ?? null,
  }));
}

type FreshnessRow = Omit<FeedFreshness, 'title' | 'state'> & { state: string };

/** What alerts and the command line read, too: one view says what is late. */
export async function readFreshness(db: Queryable): Promise<FeedFreshness[]> {
  const { rows } = await db.query<FreshnessRow>(
    `/* freshness */ select source, shop, feed, state, (extract(epoch from promise) / 60)::integer as "promiseMinutes",
       data_through as "dataThrough", last_published_at as "lastPublishedAt", last_run_id::text as "lastRunId", due_at as "dueAt",
       case when promise is not null then least(round(100 * share_used), 1000000)::integer end as "percentUsed"
     from ops.freshness order by array_position('{breach,warning,on_time,no_promise}', state), due_at, shop, source, feed`,
  );
  return rows.map(({ state, ...row }) => ({
    ...row,
    title: feedTitle(row.feed),
    state: state.toUpperCase() as FreshnessState,
  }));
}
