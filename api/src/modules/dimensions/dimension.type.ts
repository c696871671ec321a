import { dimensionNames, dimensions, type Dimension as Name } from '@rapport/model/vocabulary';
import { Field, InputType, Int } from 'type-graphql';
import { describedEnum } from '../../platform/graphql/enum.ts';
import { everyone, OutputType, withLeads } from '../../platform/graphql/roles.ts';
import { LocalizedText } from '../../platform/graphql/shared.type.ts';

export const Dimension = describedEnum(
  'Dimension',
  'By what figures can be sliced and filtered; `metricCatalog` says which metric carries which.',
  Object.fromEntries(dimensionNames.map((name) => [name, dimensions[name].description.en])) as Record<Name, string>,
);
export type Dimension = keyof typeof Dimension;

@OutputType({ roles: withLeads(everyone), description: 'What figures can be sliced and filtered by, in words.' })
export class DimensionDefinition {
  @Field(() => Dimension, { description: 'The name to ask for it by.' })
  id!: Dimension;

  @Field(() => LocalizedText, { description: 'Short name.' })
  title!: LocalizedText;

  @Field(() => LocalizedText, { description: 'What its values say of a row.' })
  description!: LocalizedText;
}

@OutputType({ roles: withLeads(everyone), description: 'One value of a dimension, as a code and as text.' })
export class DimensionValue {
  @Field(() => Dimension, { description: 'The dimension it belongs to.' })
  dimension!: Dimension;

  @Field(() => String, { nullable: true, description: 'The code; null for the rows that carry none.' })
  value!: string | null;

  @Field(() => LocalizedText, { description: 'What readers call it; the code itself where no one has named it.' })
  label!: LocalizedText;
}

@OutputType({ roles: everyone, description: 'A value that can be chosen in a filter.' })
export class DimensionOption {
  @Field(() => String, { description: 'The code to filter by; empty for the rows that carry none.' })
  value!: string;

  @Field(() => LocalizedText, { description: 'What readers call it.' })
  label!: LocalizedText;

  @Field(() => Int, {
    nullable: true,
    description:
      'Orders that carry it; of a dimension that orders lack, the rows that carry it. Null where they are withheld, because few customers stand behind them.',
  })
  orders!: number | null;
}

@InputType({ description: 'Keeps the rows whose value of a dimension is, or is not, among those named.' })
export class DimensionFilter {
  @Field(() => Dimension, { description: 'The dimension to look at.' })
  dimension!: Dimension;

  @Field(() => [String], {
    nullable: true,
    description:
      'Keep rows that carry one of these codes; "" stands for rows that carry none. A code that no row carries keeps none, nor does an empty list: `dimensionValues` tells which there are.',
  })
  in?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Drop rows that carry one of these codes.' })
  notIn?: string[] | null;
}
