import type { LocalizedText as Text } from '@rapport/model/vocabulary';
import { Field } from 'type-graphql';
import { OutputType, everyone, withLeads } from './roles.ts';
import { LocalizedText } from './shared.type.ts';

@OutputType({ roles: withLeads(everyone), description: 'A code of a closed or open list, with what readers call it.' })
export class Code {
  @Field(() => String, { description: 'The code, as filters take it.' })
  code!: string;

  @Field(() => LocalizedText, { description: 'What readers call it; the code itself where no one has named it.' })
  label!: Text;
}

/** A code with its label; a code no one has named yet is its own label. */
export const labelled = (labels: Readonly<Record<string, Text>>, code: string): Code => ({
  code,
  label: labels[code] ?? { en: code, zh: code },
});

/** Absent is null, not a code of its own. */
export const labelledOrNull = (labels: Readonly<Record<string, Text>>, code: string | null): Code | null =>
  code === null ? null : labelled(labels, code);

/** The label of a row of a code list, one language standing in for the other. */
export const labelOf = (code: string, en: string | null, zh: string | null): Text => ({
  en: en ?? zh ?? code,
  zh: zh ?? en ?? code,
});
