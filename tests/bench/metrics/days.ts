import { HISTORY } from './orders.ts';

export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

export function monthsLater(day: string, months: number): string {
  const date = new Date(`${day.slice(0, 7)}-01T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + months);
  return addDays(date.toISOString().slice(0, 10), Number(day.slice(8)) - 1);
}

export const HISTORY_END = addDays(HISTORY.from, HISTORY.days - 1);
