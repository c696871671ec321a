import type { LocalizedText } from '@rapport/model/vocabulary';

/** Expected, and told to the person who asked, with the remedy. */
export class AccessError extends Error {
  override readonly name = 'AccessError';
  readonly text: LocalizedText;

  constructor(en: string, zh: string) {
    super(en);
    this.text = { en, zh };
  }
}
