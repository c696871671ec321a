import type { LocalizedText } from '@rapport/model/vocabulary';

export interface PrintOrder {
  /** Path and state of a page of the dashboard. */
  page: string;
  landscape: boolean;
  /** As whom: the session or the key of the one who asks. */
  as: { session: string } | { key: string };
}

/** Prints a page of the dashboard as its reader sees it. Given by whoever composes the house; null where it cannot. */
export interface Printing {
  print(order: PrintOrder): Promise<{ pdf: Uint8Array; title: string }>;
}

/** Why a page was not printed: for the person who asked. */
export class PrintRefused extends Error {
  override readonly name = 'PrintRefused';

  constructor(
    readonly code: 'NO_BROWSER' | 'BUSY' | 'NOT_PAINTED',
    readonly text: LocalizedText,
  ) {
    super(text.en);
  }
}
