import type { Queryable } from '@rapport/model/schema';
import { certificateKinds, inspectionOutcomes, sanctionMeasures, violations } from '@rapport/model/vocabulary';
import { labelled, labelledOrNull } from '../../platform/graphql/code.type.ts';
import type { Certificate, Sanction } from './certificate.type.ts';

interface CertificateRow extends Omit<Certificate, 'kind' | 'outcome'> {
  parentId: string;
  kind: string;
  outcome: string | null;
}

/** Those of merchants, or of products, by the column that names them. */
export async function readCertificates(
  db: Queryable,
  parent: 'merchant_id' | 'product_id',
  ids: readonly string[],
): Promise<(Certificate & { parentId: string })[]> {
  const { rows } = await db.query<CertificateRow>(
    `/* certificates by ${parent} */ select t.id, t.${parent} as "parentId", t.kind, t.issued_on as "issuedOn", t.expires_on as "expiresOn", t.outcome
     from core.certificates t where t.${parent} = any($1::uuid[]) and t.deleted_at is null order by t.issued_on, t.id`,
    [ids],
  );
  return rows.map((row) => ({
    ...row,
    kind: labelled(certificateKinds, row.kind),
    outcome: labelledOrNull(inspectionOutcomes, row.outcome),
  }));
}

interface SanctionRow extends Omit<Sanction, 'violation' | 'measure'> {
  merchantId: string;
  violation: string;
  measure: string | null;
}

export async function readSanctions(
  db: Queryable,
  merchantIds: readonly string[],
): Promise<(Sanction & { merchantId: string })[]> {
  const { rows } = await db.query<SanctionRow>(
    `/* sanctions */ select x.id, x.merchant_id as "merchantId", x.violation, x.violated_on as "violatedOn", x.sanctioned_on as "sanctionedOn", x.measure
     from core.sanctions x where x.merchant_id = any($1::uuid[]) and x.deleted_at is null order by x.violated_on, x.id`,
    [merchantIds],
  );
  return rows.map((row) => ({
    ...row,
    violation: labelled(violations, row.violation),
    measure: labelledOrNull(sanctionMeasures, row.measure),
  }));
}
