import { present } from '../../filters/search.ts';

export interface InitiativesSearch {
  /** Code of the programme that is opened. */
  initiative?: string;
}

export function readInitiativesSearch(raw: Record<string, unknown>): InitiativesSearch {
  const code = raw['initiative'];
  return present({ initiative: typeof code === 'string' && code !== '' ? code : undefined });
}
