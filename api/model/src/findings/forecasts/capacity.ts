import type { Queryable } from '../../schema/index.ts';

/** Days of a load tell whether a promise was kept in so many of its rows. */
const FEWEST_ROWS = 30;

export interface Desk {
  /** The most contacts a day an agent had on days on which the answer came in time as promised; null: no such days are known. */
  perAgent: number | null;
  /** Days that tell it. */
  days: number;
  /** Share of answers in time on those days. */
  inTime: number | null;
  /** Agents on a usual day of the last eight weeks. */
  usualAgents: number;
}

export interface CarrierLoad {
  carrier: string;
  /** Of the parcels of the last eight weeks, its share. */
  share: number;
  /** The most parcels it took on a day and delivered in time; null: none told. */
  proven: number | null;
  inTime: number | null;
}

/** A promise that is seldom kept tells by how much worse it gets: within so much of what is usual counts as kept. */
const AS_USUAL = 0.02;

/** The heaviest loads under which the promise was kept: as the target asks, or as well as usual where that is less. */
function heaviestKept(
  loads: readonly { load: number; kept: number; due: number }[],
  target: number,
): { load: number; days: number; inTime: number } | null {
  const all = loads.reduce((sum, { kept, due }) => ({ kept: sum.kept + kept, due: sum.due + due }), {
    kept: 0,
    due: 0,
  });
  const wanted = Math.min(target, all.kept / Math.max(1, all.due) - AS_USUAL);
  const sorted = loads.filter(({ due }) => due > 0).toSorted((a, b) => b.load - a.load);
  // A tenth of the days at a time, from the heaviest down: the first tenth that kept the promise tells what can be borne.
  const size = Math.max(5, Math.ceil(sorted.length / 10));
  for (let at = 0; at < sorted.length; at += size) {
    const group = sorted.slice(at, at + size);
    const [kept, due] = group.reduce(([k, d], day) => [k + day.kept, d + day.due], [0, 0]);
    if (due >= FEWEST_ROWS && kept / due >= wanted) {
      const load = group[Math.floor(group.length / 2)]?.load ?? 0;
      return { load, days: group.length, inTime: kept / due };
    }
  }
  return null;
}

/** How many contacts an agent can take so that first answers come in time in `target` of all cases. */
export async function readDesk(db: Queryable, shop: string, asOf: string, target: number): Promise<Desk> {
  const { rows } = await db.query<{ recent: boolean; contacts: number; agents: number; kept: number; due: number }>(
    `/* forecast: desk */ select opened_on > $2::date - 56 as recent, count(*)::integer as contacts, count(distinct agent_code)::integer as agents,
       count(*) filter (where responded_in_time)::integer as kept, count(*) filter (where responded_in_time is not null)::integer as due
     from journey.case_journey where shop = $1 and opened_on between $2::date - 730 and $2::date and handled_by is distinct from 'bot'
     group by opened_on, 1 having count(distinct agent_code) > 0`,
    [shop, asOf],
  );
  const found = heaviestKept(
    rows.map(({ contacts, agents, kept, due }) => ({ load: contacts / agents, kept, due })),
    target,
  );
  const recent = rows.filter((row) => row.recent);
  return {
    perAgent: found?.load ?? null,
    days: found?.days ?? 0,
    inTime: found?.inTime ?? null,
    usualAgents: recent.length === 0 ? 0 : recent.reduce((sum, { agents }) => sum + agents, 0) / recent.length,
  };
}

/** What each carrier has shown that it can take on a day so that parcels arrive in time in `target` of all cases. */
export async function readCarriers(db: Queryable, shop: string, asOf: string, target: number): Promise<CarrierLoad[]> {
  const { rows } = await db.query<{ carrier: string; recent: boolean; parcels: number; kept: number; due: number }>(
    `/* forecast: carriers */ select carrier_code as carrier, picked_up_on > $2::date - 56 as recent, count(*)::integer as parcels,
       count(*) filter (where on_time)::integer as kept, count(*) filter (where on_time is not null)::integer as due
     from journey.parcel_journey where shop = $1 and picked_up_on between $2::date - 730 and $2::date and carrier_code is not null
     group by carrier_code, picked_up_on, 2`,
    [shop, asOf],
  );
  const recent = rows.filter((row) => row.recent).reduce((sum, { parcels }) => sum + parcels, 0);
  return [...Map.groupBy(rows, ({ carrier }) => carrier)]
    .map(([carrier, days]) => {
      const found = heaviestKept(
        days.map(({ parcels, kept, due }) => ({ load: parcels, kept, due })),
        target,
      );
      const own = days.filter((day) => day.recent).reduce((sum, { parcels }) => sum + parcels, 0);
      return {
        carrier,
        share: recent > 0 ? own / recent : 0,
        proven: found?.load ?? null,
        inTime: found?.inTime ?? null,
      };
    })
    .filter(({ share }) => share > 0)
    .sort((a, b) => b.share - a.share);
}
