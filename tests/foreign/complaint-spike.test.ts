import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { expect, it } from 'vitest';
import { coursesOf, incidentsOf } from '@rapport/model/findings';
import { realData } from '../testkit/index.ts';

const directory = realData('service/comcast_complaints');
const FIRST = Date.parse('2015-04-01T00:00:00Z');
const DAY = 86_400_000;
const dayOf = (number: number): string => new Date(FIRST + number * DAY).toISOString().slice(0, 10);

/** The column has two shapes of the same days: 22-04-15 and 2015-04-22. */
function readDays(folder: string): number[] {
  const rows = parse<{ Date: string }>(readFileSync(join(folder, 'Comcast_telecom_complaints_data.csv'), 'latin1'), {
    columns: true,
    relax_quotes: true,
  });
  const counts = Array.from({ length: 91 }, () => 0);
  for (const { Date: text } of rows) {
    const [a = '', b = '', c = ''] = text.split('-');
    const iso = a.length === 4 ? `${a}-${b}-${c}` : `20${c}-${b}-${a}`;
    const at = (Date.parse(`${iso}T00:00:00Z`) - FIRST) / DAY;
    counts[at] = (counts[at] ?? 0) + 1;
  }
  return counts;
}

it.skipIf(!directory)(
  `complaints of a telecom: the spike of 23 June 2015 is told within three days, April and May raise one alarm at most${directory ? '' : ' (skipped: no real data)'}`,
  () => {
    const total = readDays(directory ?? '');
    const months = [total.slice(0, 30), total.slice(30, 61), total.slice(61)].map((days) =>
      days.reduce((sum, n) => sum + n, 0),
    );
    expect(months).toEqual([545, 399, 1280]);
    const whole = { weekday: new Date(FIRST).getUTCDay(), total, orders: [], delays: [], events: [] };
    const told = total
      .flatMap((_, through) =>
        incidentsOf(total, coursesOf({ whole, slices: [] }, { through, monthlyBudget: 0.01 })).map(
          ({ episode }) => episode,
        ),
      )
      .map(({ detected }) => dayOf(detected));
    const alarms = [...new Set(told)].sort();
    expect(alarms.filter((day) => day < '2015-06-01').length).toBeLessThanOrEqual(1);
    expect(alarms.some((day) => day >= '2015-06-23' && day <= '2015-06-25')).toBe(true);
  },
);
