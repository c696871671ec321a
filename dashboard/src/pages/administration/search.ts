import { present } from '../../filters/search.ts';

const parts = ['users', 'keys', 'audit'] as const;
export type Part = (typeof parts)[number];

/** Which part is open, and which entries of the audit. */
export interface AdministrationSearch {
  section?: Part;
  actor?: string;
  action?: string;
  about?: string;
}

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

export const readAdministrationSearch = (raw: Record<string, unknown>): AdministrationSearch =>
  present({
    section: parts.find((part) => part === raw['section']),
    actor: text(raw['actor']),
    action: text(raw['action']),
    about: text(raw['about']),
  });
