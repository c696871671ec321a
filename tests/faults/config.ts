/** The environment a load in a process of its own inherits. */
export function processEnvironment(): Record<string, string | undefined> {
  return { ...process.env };
}

/** The shop's own sources are there from now on; gives back what undoes it. */
export function useSources(folder: string): () => void {
  const before = process.env['RAPPORT_SOURCES'];
  process.env['RAPPORT_SOURCES'] = folder;
  return () => {
    if (before === undefined) delete process.env['RAPPORT_SOURCES'];
    else process.env['RAPPORT_SOURCES'] = before;
  };
}

/** Loads of this process stop at a stage from now on. */
export function pauseAt(stage: string): void {
  process.env['RAPPORT_PAUSE_AT'] = stage;
}
