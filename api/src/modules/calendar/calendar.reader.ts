import type { Queryable } from '@rapport/model/schema';
import { calendarKinds } from '@rapport/model/vocabulary';
import { labelledOrNull, labelOf } from '../../platform/graphql/code.type.ts';
import { moneyOrNull } from '../../platform/graphql/money.ts';
import { assertInOrder } from '../../platform/graphql/refusal.ts';
import type { CalendarEvent, Initiative } from './calendar.type.ts';

interface Labels {
  labelEn: string | null;
  labelZh: string | null;
}

/** Those that touch the period. */
export async function readCalendarEvents(
  db: Queryable,
  { period, shop }: { period: { from: string; to: string }; shop?: string | null },
): Promise<CalendarEvent[]> {
  assertInOrder('period', period.from, period.to);
  const { rows } = await db.query<Omit<CalendarEvent, 'label' | 'kind'> & Labels & { kind: string | null }>(
    `/* calendar */ select c.code, c.label_en as "labelEn", c.label_zh as "labelZh", c.shop, c.kind, c.starts_on as "startsOn", coalesce(c.ends_on, c.starts_on) as "endsOn"
     from core.calendar_events c where c.starts_on <= $2::date and coalesce(c.ends_on, c.starts_on) >= $1::date and c.shop = coalesce($3, c.shop)
     order by c.starts_on, c.code`,
    [period.from, period.to, shop ?? null],
  );
  return rows.map(({ labelEn, labelZh, kind, ...event }) => ({
    ...event,
    label: labelOf(event.code, labelEn, labelZh),
    kind: labelledOrNull(calendarKinds, kind),
  }));
}

interface InitiativeRow extends Omit<Initiative, 'label' | 'claim' | 'cost' | 'scopeValues'>, Labels {
  claimEn: string | null;
  claimZh: string | null;
  scopeValues: string | null;
  costMinor: number | null;
  currency: string;
}

export async function readInitiatives(db: Queryable, shop: string | null | undefined): Promise<Initiative[]> {
  const { rows } = await db.query<InitiativeRow>(
    `/* initiatives */ select i.code, i.label_en as "labelEn", i.label_zh as "labelZh", i.shop, i.metric, i.claim_en as "claimEn", i.claim_zh as "claimZh",
       i.scope_dimension as "scopeDimension", i.scope_values as "scopeValues", i.starts_on as "startsOn", i.ends_on as "endsOn", i.cost_minor as "costMinor", s.currency::text as currency
     from core.initiatives i join core.shops s on s.shop = i.shop where i.shop = coalesce($1, i.shop) order by i.starts_on, i.code`,
    [shop ?? null],
  );
  return rows.map(({ labelEn, labelZh, claimEn, claimZh, scopeValues, costMinor, currency, ...initiative }) => ({
    ...initiative,
    label: labelOf(initiative.code, labelEn, labelZh),
    claim: (claimEn ?? claimZh) ? labelOf('', claimEn, claimZh) : null,
    scopeValues: scopeValues ? scopeValues.split(' ').filter(Boolean) : [],
    cost: moneyOrNull(costMinor, currency),
  }));
}
