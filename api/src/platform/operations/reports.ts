import type { Actor } from './actor.ts';

/** Who keeps a subscription; operators look after everybody's. */
export interface ReportOwner {
  id: string;
  actor: Actor;
  any: boolean;
}

export interface ReportOrder {
  id?: string | null;
  version?: number | null;
  name: string;
  shop: string;
  page: string;
  language: 'en' | 'zh';
  landscape: boolean;
  cron: string;
  zone?: string | null;
  recipients: readonly string[];
}

export interface ReportOperations {
  /** Gives the subscription's number. */
  save(owner: ReportOwner, order: ReportOrder): Promise<string>;
  change(owner: ReportOwner, what: 'pause' | 'resume' | 'send' | 'delete', id: string): Promise<string>;
  /** False: no recipient has this link. */
  unsubscribe(token: string): Promise<boolean>;
}
