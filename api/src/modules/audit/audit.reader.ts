import { AuditLogEntry, type EntityManager } from '@rapport/model/entities';
import { given, LatestFirst } from '../../platform/database/latest-first.ts';
import { pageOf, type Page, type PageArgs } from '../../platform/graphql/page.ts';
import type { AuditEntry, AuditWhere } from './audit.type.ts';

const latestFirst = new LatestFirst('audit');

const toEntry = ({ id, runId, detail, ...entry }: AuditLogEntry): AuditEntry => ({
  ...entry,
  id: String(id),
  runId: runId?.toString() ?? null,
  detail: JSON.stringify(detail),
});

export async function readAuditLog(
  em: EntityManager,
  { actor, action, subject, runId }: AuditWhere,
  { first, after }: PageArgs,
): Promise<Page<AuditEntry>> {
  // What is no number is the number of no run.
  const run = typeof runId === 'string' ? (/^\d{1,15}$/.test(runId) ? Number(runId) : 0) : null;
  const where = given({ actor, action, subject, runId: run });
  const entries = await em.find(
    AuditLogEntry,
    { ...where, ...given({ id: latestFirst.behind(after) }) },
    { orderBy: { id: 'desc' }, limit: first + 1, comments: ['audit log'] },
  );
  return pageOf(entries, first, {
    cursor: ({ id }) => latestFirst.cursor(id),
    node: toEntry,
    count: () => em.count(AuditLogEntry, where, { comments: ['count audit log'] }),
  });
}
