import type { Queryable } from '../../schema/index.ts';
import type { LocalizedText } from '../../vocabulary/index.ts';
import type { Initiative, ScopeValues } from './definition.ts';

interface Row extends Omit<Initiative, 'label' | 'claim'> {
  labelEn: string;
  labelZh: string;
  claimEn: string;
  claimZh: string;
  within: ScopeValues[];
}

const text = (en: string, zh: string, otherwise: string): LocalizedText => ({
  en: en || zh || otherwise,
  zh: zh || en || otherwise,
});

/** Delivered ones and those entered here, in order of their start; what was corrected here stands in the place of what was delivered. */
export async function readInitiatives(
  db: Queryable,
  { shop, code }: { shop?: string | null; code?: string | null } = {},
): Promise<Initiative[]> {
  const { rows } = await db.query<Row>(
    `/* initiatives */
     select coalesce(o.shop, c.shop) as shop, coalesce(o.code, c.code) as code,
       coalesce(o.label_en, c.label_en, '') as "labelEn", coalesce(o.label_zh, c.label_zh, '') as "labelZh",
       coalesce(o.claim_en, c.claim_en, '') as "claimEn", coalesce(o.claim_zh, c.claim_zh, '') as "claimZh",
       o.theme, o.expected, coalesce(o.metric, c.metric) as metric,
       case when o.code is null then c.scope_dimension else o.scope_dimension end as "scopeDimension",
       coalesce(o.scope_values, array_remove(string_to_array(coalesce(c.scope_values, ''), ' '), '')) as "scopeValues",
       coalesce(o.within, '[]') as within,
       coalesce(o.starts_on, c.starts_on)::text as "startsOn",
       (case when o.code is null then c.ends_on else o.ends_on end)::text as "endsOn",
       (case when o.code is null then c.cost_minor else o.cost_minor end)::float8 as "costMinor",
       s.currency::text as currency, o.version, o.author,
       case when o.code is null then 'DELIVERED' when c.code is null then 'OWN' else 'CHANGED' end as origin
     from core.initiatives c full join ops.initiatives o on o.shop = c.shop and o.code = c.code
     join core.shops s on s.shop = coalesce(o.shop, c.shop)
     where coalesce(o.shop, c.shop) = coalesce($1, o.shop, c.shop) and coalesce(o.code, c.code) = coalesce($2, o.code, c.code)
     order by "startsOn" nulls last, shop, code`,
    [shop ?? null, code ?? null],
  );
  return rows.map(({ labelEn, labelZh, claimEn, claimZh, ...row }) => ({
    ...row,
    label: text(labelEn, labelZh, row.code),
    claim: claimEn || claimZh ? text(claimEn, claimZh, '') : null,
  }));
}
