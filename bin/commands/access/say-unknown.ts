import type { Scope } from '@rapport/model/vocabulary';
import type { Pool } from 'pg';

/** A misspelt code and one whose data has not come look the same to a lead: who gives the scope is told. */
export async function sayUnknown(pool: Pool, scope: Scope | null, say: (line: string) => void): Promise<void> {
  if (scope === null) return;
  const { unknownCodes } = await import('@rapport/api');
  const codes = await unknownCodes(pool, scope);
  if (codes.length > 0)
    say(
      `No row carries ${scope.dimension.toLowerCase()} ${codes.join(', ')} yet: of that a lead sees nothing. Is it spelt as the data has it?`,
    );
}
