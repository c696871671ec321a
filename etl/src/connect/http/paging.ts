import type { Paging, RequestDefinition } from '../../kit/source/supply-definition.ts';
import { valueAt, type Page } from './page.ts';

/** An answer, as far as it says where the next page is. */
export interface Answer extends Page {
  url: URL;
  link: string | null;
}

export interface Pager {
  first(url: URL): URL;
  /** Null: this was the last page. */
  next(answer: Answer, earlier: Answer | null): URL | null;
  /** What a kept cursor goes on from; null where nothing is kept. */
  kept(): string | null;
}

/** Both sides mean the same page by the same address. */
export class PagesInCircle extends Error {}

export function pagerOf({ paging }: RequestDefinition, kept: string | null): Pager {
  if (paging === 'none') return new OnePage();
  if (paging === 'link') return new LinkedPages();
  if ('cursor' in paging) return new CursorPages(paging.cursor, kept);
  return 'page' in paging ? new NumberedPages(paging.page) : new OffsetPages(paging.offset);
}

class OnePage implements Pager {
  first(url: URL): URL {
    return url;
  }

  next(_answer: Answer, _earlier: Answer | null): URL | null {
    return null;
  }

  kept(): string | null {
    return null;
  }
}

class LinkedPages extends OnePage {
  override next({ url, link }: Answer): URL | null {
    for (const part of (link ?? '').split(/,(?=\s*<)/)) {
      const [, address, parameters = ''] = /^\s*<([^>]*)>(.*)$/s.exec(part) ?? [];
      if (address !== undefined && /;\s*rel="?(\S+\s+)*next\b/i.test(parameters)) return new URL(address, url);
    }
    return null;
  }
}

type Numbered = Extract<Paging, { page: unknown }>['page'];
type Offset = Extract<Paging, { offset: unknown }>['offset'];
type ByCursor = Extract<Paging, { cursor: unknown }>['cursor'];

/**
 * Page by page until one is empty. A page that is not full need not be the last: the other side may give fewer than it is asked
 * for. One that only repeats the page before it, which was not full, is the end as some tell it; a full one is a circle.
 */
class NumberedPages extends OnePage {
  #page: number;

  constructor(readonly declared: Numbered) {
    super();
    this.#page = declared.first;
  }

  override first(url: URL): URL {
    const { param, size } = this.declared;
    return withParams(url, { [param]: this.#page, [size.param]: size.value });
  }

  override next(answer: Answer, earlier: Answer | null): URL | null {
    if (answer.records === 0) return null;
    if (isRepeated(answer, earlier)) {
      if (answer.records < this.declared.size.value) return null;
      throw new PagesInCircle();
    }
    this.#page++;
    return withParams(answer.url, { [this.declared.param]: this.#page });
  }
}

/** Goes on behind what came, not behind what was asked for. */
class OffsetPages extends OnePage {
  #offset = 0;

  constructor(readonly declared: Offset) {
    super();
  }

  override first(url: URL): URL {
    const { param, size } = this.declared;
    return withParams(url, { [param]: 0, [size.param]: size.value });
  }

  override next(answer: Answer, earlier: Answer | null): URL | null {
    if (answer.records === 0) return null;
    if (isRepeated(answer, earlier)) throw new PagesInCircle();
    this.#offset += answer.records;
    return withParams(answer.url, { [this.declared.param]: this.#offset });
  }
}

class CursorPages implements Pager {
  #kept: string | null;

  constructor(
    readonly declared: ByCursor,
    kept: string | null,
  ) {
    this.#kept = kept;
  }

  first(url: URL): URL {
    const { param, first } = this.declared;
    return this.#kept === null || param === undefined
      ? withParams(url, first)
      : withParams(url, { [param]: this.#kept });
  }

  next({ envelope, url, records }: Answer): URL | null {
    const { param, next, end, more } = this.declared;
    const value = valueAt(envelope, next);
    const isThere = (typeof value === 'string' && value !== '') || typeof value === 'number';
    const isAgain = isThere && String(value) === this.#kept;
    if (isThere) this.#kept = String(value);
    if (end !== undefined && valueAt(envelope, end) === true) return null;
    if (more !== undefined && valueAt(envelope, more) === false) return null;
    if (!isThere || (isAgain && records === 0)) return null;
    if (isAgain) throw new PagesInCircle();
    if (param === undefined) return new URL(String(value), url);
    const following = withParams(url, { [param]: String(value) });
    for (const name of Object.keys(this.declared.first)) if (name !== param) following.searchParams.delete(name);
    return following;
  }

  kept(): string | null {
    return this.declared.keep ? this.#kept : null;
  }
}

function isRepeated(answer: Answer, earlier: Answer | null): boolean {
  return earlier !== null && earlier.records === answer.records && earlier.fingerprint === answer.fingerprint;
}

export function withParams(url: URL, params: Record<string, string | number | boolean>): URL {
  const made = new URL(url);
  for (const [name, value] of Object.entries(params)) made.searchParams.set(name, String(value));
  return made;
}
