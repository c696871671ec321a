import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SecretResolver } from '@rapport/etl';
import type { Config } from '../config.ts';

/** Secrets of connections: variables of the environment, and files of RAPPORT_HOME/secrets, a line each. */
export function secretsOf(config: Config): SecretResolver {
  return (reference) => {
    if ('env' in reference) return config.variable(reference.env);
    try {
      return readFileSync(join(config.home, 'secrets', reference.file), 'utf8').trim() || null;
    } catch {
      return null;
    }
  };
}
