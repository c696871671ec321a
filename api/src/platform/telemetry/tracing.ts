/** A stretch of work that is told of. Names and attributes are ours: nothing a client wrote, and no value out of the data. */
export interface Span {
  child(name: string, attributes?: SpanAttributes): Span;
  /** Told once, at its end; an outcome other than 'ok' is the code of what went wrong. */
  end(outcome?: string, attributes?: SpanAttributes): void;
}

export type SpanAttributes = Record<string, string | number>;

/** Where spans go. Whoever composes the house gives one, or none: then nothing is made and nothing is paid. */
export interface Tracing {
  /** `parent`: the caller's own span, as its `traceparent` header names it. */
  begin(name: string, attributes: SpanAttributes, parent?: string): Span;
}

/** What a statement is called by the comment it begins with; it says nothing of what was asked. */
export const statementName = (text: string): string =>
  /^\/\* ([a-z][\w ,-]{0,60}) \*\//i.exec(text.trimStart())?.[1] ?? 'statement';
