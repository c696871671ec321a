import { nps } from './nps.ts';

export const reputation = [nps] as const;
