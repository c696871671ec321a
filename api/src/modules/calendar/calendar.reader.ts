import type { Queryable } from '@rapport/model/schema';
import { calendarKinds } from '@rapport/model/vocabulary';
import { labelledOrNull, labelOf } from '../../platform/graphql/code.type.ts';
import { assertInOrder } from '../../platform/graphql/refusal.ts';
import type { CalendarEvent } from './calendar.type.ts';

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
