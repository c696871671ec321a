import type { EntityManager } from '@rapport/model/entities';
import { AccessError } from './access-error.ts';

const MS = { minutes: 60_000, hours: 3_600_000, days: 86_400_000 } as const;

/** Whoever asks, from whichever machine: what has expired is decided by one clock, the database's. */
export async function now(em: EntityManager): Promise<Date> {
  const [row] = await em.execute<[{ now: Date }]>('select now()');
  return row.now;
}

export function after(begin: Date, amount: number, unit: keyof typeof MS): Date {
  const end = new Date(begin.getTime() + amount * MS[unit]);
  if (Number.isNaN(end.getTime()))
    throw new AccessError(
      `It cannot be valid for ${amount} ${unit}. Give a whole number.`,
      `有效期 ${amount} 无效，请填写整数。`,
    );
  return end;
}
