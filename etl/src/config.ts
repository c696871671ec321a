import { z } from 'zod';
import { stages, type Stage } from './kit/run/stages.ts';

const environment = z.object({
  /** A directory of the shop's own sources, one folder each; they need no rebuild. */
  RAPPORT_SOURCES: z.string().min(1).optional(),
  /** For fault tests: print the stage and wait there for ever, so that a test can kill the process at a known point. */
  RAPPORT_PAUSE_AT: z.enum(stages).optional(),
});

export interface EtlConfig {
  sourcesDirectory: string | null;
  pauseAt: Stage | null;
}

/** The environment of the load, read once, with every error at once. */
export function readEtlConfig(env: Record<string, string | undefined> = process.env): EtlConfig {
  const parsed = environment.safeParse(env);
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`The environment is not usable: ${problems.join('; ')}`);
  }
  return { sourcesDirectory: parsed.data.RAPPORT_SOURCES ?? null, pauseAt: parsed.data.RAPPORT_PAUSE_AT ?? null };
}
