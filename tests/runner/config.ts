/** The environment of this process with more in it, for one that is started. */
export function environmentWith(more: Record<string, string> = {}): NodeJS.ProcessEnv {
  return { ...process.env, ...more };
}
