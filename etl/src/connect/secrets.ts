import { IngestError } from '../kit/errors/ingest-error.ts';
import type { SecretReference } from '../kit/source/connection-definition.ts';

/** Gives the secret a source.yaml refers to; null where there is none. */
export type SecretResolver = (reference: SecretReference) => string | null;

export function secretOf(reference: SecretReference, resolve: SecretResolver | undefined, source: string): string {
  const found = resolve?.(reference) ?? null;
  if (found) return found;
  const place =
    'env' in reference
      ? `the environment variable ${reference.env}`
      : `the file secrets/${reference.file} of RAPPORT_HOME`;
  throw new IngestError('connection_secret', { source, place });
}
