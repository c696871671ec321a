import type { Known } from './known/known.ts';
import { sale } from './known/sale.ts';
import { service } from './known/service.ts';
import { voice } from './known/voice.ts';

/** Everything a metric may need a shop to tell; `feed` or `feed.what of it`. */
export const known = { ...sale, ...service, ...voice } as const satisfies Record<string, Known>;
export type KnownName = keyof typeof known;
export const knownNames = Object.keys(known) as KnownName[];
