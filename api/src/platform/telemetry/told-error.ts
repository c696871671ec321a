/** What the log may hold of a fault. */
export interface ToldError {
  code?: string;
  message: string;
  stack?: string | undefined;
}

/** Class 42: what PostgreSQL quotes is a name of ours. In every other message it is a value. */
const quotesNames = (code: unknown): boolean => typeof code === 'string' && code.startsWith('42');

/** Quoted texts, addresses and long numbers may be a person’s; what is left says what went wrong. */
const withoutValues = (message: string, code: unknown): string =>
  (quotesNames(code) ? message : message.replaceAll(/"[^"]*"|'[^']*'|“[^”]*”|`[^`]*`/g, '"…"'))
    .replaceAll(/[^\s"'<>@]+@[^\s"'<>@]+/g, '…')
    .replaceAll(/\d(?:[\s().-]?\d){4,}/g, '#');

/** A fault for the log: its code, its sentence without values, and where it was thrown. */
export function toldError(error: unknown): ToldError {
  if (!(error instanceof Error)) return { message: withoutValues(String(error), null) };
  const { code } = error as { code?: unknown };
  // The stack begins with the message, which may run over several lines.
  const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line));
  return {
    ...(typeof code === 'string' ? { code } : {}),
    message: `${error.name}: ${withoutValues(error.message, code)}`,
    stack: frames?.join('\n'),
  };
}
