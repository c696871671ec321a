import pg from 'pg';
import type { Scope } from '@rapport/model/vocabulary';

const arrayText = (codes: readonly string[]): string =>
  `{${codes.map((code) => `"${code.replaceAll(/["\\]/g, '\\$&')}"`).join(',')}}`;

/** For the transaction it begins: the rights of the scoped, who see what the policies of their scope let through. */
export function keepingTo({ dimension, values }: Scope): string {
  const settings = { dimension, codes: arrayText(values) };
  const set = Object.entries(settings).map(
    ([name, value]) => `set local rapport.scope_${name} = ${pg.escapeLiteral(value)}`,
  );
  return ['', ...set, 'set local role rapport_scoped'].join('; ');
}

/**
 * Views of the journey are read through those of `scoped`, which keep to the scope. It is for them to be found, not for safety: what is
 * left as it was, the scoped have no right to.
 */
export const ofScope = (text: string): string => text.replaceAll(/\bjourney\.(?!order_journey\b)(\w+)/g, 'scoped.$1');
