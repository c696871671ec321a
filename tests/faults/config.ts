/** The environment a load in a process of its own inherits. */
export function processEnvironment(): Record<string, string | undefined> {
  return { ...process.env };
}
