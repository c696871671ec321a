import { fetchDelivery, type Fetched } from '../connect/fetch.ts';
import { together } from '../kit/run/errand.ts';
import type { House } from './house.ts';
import type { Way } from './land-and-stage.ts';

/** What a connection brings lies in a folder, like any delivery; null: it was delivered. */
export async function fetchFirst(house: House, name: string, enter: Way['enter']): Promise<Fetched | null> {
  const { options, task, source, control, progress } = house;
  if (options.from !== undefined || task.find || !source.connection) return null;
  const { home, secrets, signal, allowDeletes = false, anew = false, range } = options;
  await enter('fetch', {});
  const onRead = progress.fetched;
  return fetchDelivery(source, { db: control, home, name, secrets, signal, allowDeletes, anew, range, onRead });
}

export function asDelivered(house: House, { source, folder, errand, notes }: Fetched): House {
  const { options } = house;
  return { ...house, source, notes, options: { ...options, from: folder, errand: together(options.errand, errand) } };
}
