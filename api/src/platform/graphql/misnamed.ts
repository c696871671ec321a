import type { GraphQLFormattedError } from 'graphql';
import { unknownDimension, unknownGrain, unknownMetric } from '@rapport/model/metrics';
import type { LocalizedText } from '@rapport/model/vocabulary';

const told: Readonly<Record<string, (written: string) => LocalizedText>> = {
  MetricId: unknownMetric,
  Dimension: unknownDimension,
  Grain: unknownGrain,
};

// In the words of graphql-js, for values in the document and in variables.
const unknownValue = /Value "([^"]*)" does not exist in "(\w+)" enum/;
const notAName = /Enum "(\w+)" cannot represent non-enum value: "([^"]*)"/;

/** A name that none of our enums has is told as everything else we refuse: in both languages, with what to ask instead. For those who may know the names. */
export function misnamed(error: GraphQLFormattedError): GraphQLFormattedError {
  const [, unknown, inEnum] = unknownValue.exec(error.message) ?? [];
  const [, ofEnum, quoted] = notAName.exec(error.message) ?? [];
  const text = told[inEnum ?? ofEnum ?? '']?.(unknown ?? quoted ?? '');
  return text ? { ...error, message: text.en, extensions: { ...error.extensions, text } } : error;
}
