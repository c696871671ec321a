import type { Queryable } from '@rapport/model/schema';
import type { Scope, ScopeDimension } from '@rapport/model/vocabulary';

const ROWS: Record<ScopeDimension, string> = {
  CARRIER: 'select from core.shipments r where r.carrier_code = c.code',
  MERCHANT: 'select from core.merchants r where r.external_id = c.code',
  TEAM: 'select from core.service_cases r where r.team = c.code',
};

/**
 * Codes of a scope that no row carries yet. A lead of such a code sees nothing until one comes: who gives the scope is told, since a
 * misspelt code looks the same as a code whose data has not arrived.
 */
export async function unknownCodes(db: Queryable, scope: Scope | null | undefined): Promise<string[]> {
  if (!scope) return [];
  const { rows } = await db.query<{ code: string }>(
    `/* unknown codes */ select c.code from unnest($1::text[]) with ordinality c(code, nth) where not exists (${ROWS[scope.dimension]}) order by c.nth`,
    [scope.values],
  );
  return rows.map(({ code }) => code);
}
