import type { LocalizedText } from './text.ts';

export interface DimensionDefinition {
  title: LocalizedText;
  /** What its values say of a row, for the schema and the guide. */
  description: LocalizedText;
  /** Codes that are known beforehand, in the order a reader expects. Other codes are looked up in core, or shown as they are. */
  values?: Readonly<Record<string, LocalizedText>>;
}
