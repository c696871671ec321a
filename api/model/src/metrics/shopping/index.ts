import { visitsMade } from './visits.ts';

export const shopping = [visitsMade] as const;
