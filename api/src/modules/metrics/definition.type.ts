import { Field, Float, Int } from 'type-graphql';
import { Code } from '../../platform/graphql/code.type.ts';
import { everyone, OutputType, withLeads } from '../../platform/graphql/roles.ts';
import { LocalDate } from '../../platform/graphql/scalars.ts';
import { LocalizedText } from '../../platform/graphql/shared.type.ts';
import { Dimension } from '../dimensions/index.ts';
import { Clock, MetricArea, MetricId, MetricKind, MetricUnit, Polarity, RowKind } from './metric.enums.ts';

@OutputType({ roles: withLeads(everyone), description: 'What a metric should reach.' })
export class MetricTarget {
  @Field(() => String, { description: 'AT_LEAST or AT_MOST.' })
  condition!: string;

  @Field(() => Float, { description: 'In the metric’s own unit; a share from 0 to 1.' })
  value!: number;
}

@OutputType({ roles: withLeads(everyone), description: 'A definition of a metric, and when it held.' })
export class MetricVersion {
  @Field(() => Int, { description: 'Its number; ask `metrics(version: …)` for figures under it.' })
  version!: number;

  @Field(() => LocalDate, { description: 'First day on which it was in force.' })
  since!: string;

  @Field(() => LocalDate, { nullable: true, description: 'First day of the next version; null for the one in force.' })
  until!: string | null;

  @Field(() => LocalizedText, { description: 'What it says.' })
  description!: LocalizedText;

  @Field(() => LocalizedText, { description: 'What it counts.' })
  numerator!: LocalizedText;

  @Field(() => LocalizedText, { nullable: true, description: 'Out of what; null for plain counts and sums.' })
  denominator!: LocalizedText | null;

  @Field(() => LocalizedText, {
    nullable: true,
    description: 'Why the next version replaced it; null for the one in force.',
  })
  replaced!: LocalizedText | null;
}

@OutputType({ roles: withLeads(everyone), description: 'A feed a metric stands on.' })
export class MetricSource {
  @Field(() => String, { description: 'The feed, by the name of its table in core.' })
  feed!: string;

  @Field(() => [Code], { description: 'What of it must be told for the figure to be known.' })
  tells!: readonly Code[];
}

@OutputType({
  roles: withLeads(everyone),
  description: 'What a metric means: the single declaration from which its figures, labels and text come.',
})
export class MetricDefinition {
  @Field(() => MetricId, { description: 'The name to ask for it by.' })
  id!: string;

  @Field(() => MetricArea, { description: 'The question it belongs to.' })
  area!: keyof typeof MetricArea;

  @Field(() => LocalizedText, { description: 'Short name.' })
  title!: LocalizedText;

  @Field(() => LocalizedText, { description: 'What it says, in a sentence or two.' })
  description!: LocalizedText;

  @Field(() => LocalizedText, { description: 'What is counted.' })
  numerator!: LocalizedText;

  @Field(() => LocalizedText, { nullable: true, description: 'Out of what; null for plain counts and sums.' })
  denominator!: LocalizedText | null;

  @Field(() => MetricKind, { description: 'How it is computed.' })
  kind!: keyof typeof MetricKind;

  @Field(() => Clock, { description: 'The day by which a row falls into a period.' })
  clock!: keyof typeof Clock;

  @Field(() => LocalizedText, { description: 'Which day that is; of a metric across two kinds of rows, which two.' })
  datedBy!: LocalizedText;

  @Field(() => LocalizedText, { description: 'What is counted, one by one: orders, parcels, service cases.' })
  rows!: LocalizedText;

  @Field(() => [RowKind], {
    description:
      'The same as codes: which lists the rows behind it stand in; the numerator’s first, where there are two.',
  })
  facts!: readonly string[];

  @Field(() => MetricUnit, { description: 'What a value is measured in.' })
  unit!: keyof typeof MetricUnit;

  @Field(() => Int, { description: 'Decimals worth showing (of the percentage, for shares).' })
  decimals!: number;

  @Field(() => Polarity, { description: 'Which direction is good.' })
  polarity!: keyof typeof Polarity;

  @Field(() => MetricTarget, { nullable: true, description: 'What it should reach; null where no target is set.' })
  target!: MetricTarget | null;

  @Field(() => Int, { description: 'Below this sample a value is shown as uncertain and its target not judged.' })
  minSample!: number;

  @Field(() => Int, {
    description:
      'Days after a bucket’s end until its value is final, where the shop’s own history is too short to tell its delays.',
  })
  maturesAfterDays!: number;

  @Field(() => Int, { description: 'Version of the definition.' })
  version!: number;

  @Field(() => LocalDate, { description: 'Day from which this version is in force.' })
  since!: string;

  @Field(() => [MetricVersion], { description: 'Every definition it had, the oldest first, the one in force last.' })
  versions!: readonly MetricVersion[];

  @Field(() => LocalizedText, { description: 'How it is had from numerator and denominator, in words.' })
  formula!: LocalizedText;

  @Field(() => [String], {
    description:
      'The same as SQL over the rows it counts, from its declaration, with `:from`, `:to` and `:today` to fill in. Two statements where numerator and denominator are counted from two kinds of rows. Rollups answer faster, and the same.',
  })
  sql!: readonly string[];

  @Field(() => [LocalizedText], { description: 'Which rows count at all.' })
  eligibility!: readonly LocalizedText[];

  @Field(() => [MetricSource], { description: 'What it is read from; `lineage` tells who brings it.' })
  readFrom!: readonly MetricSource[];

  @Field(() => String, { description: 'Who answers for the definition.' })
  owner!: string;

  @Field(() => [Dimension], { description: 'By what it can be sliced and filtered.' })
  dimensions!: readonly (keyof typeof Dimension)[];

  @Field(() => [Code], {
    description: 'What a shop must tell for it to be known; where it never did, the figure is null, not 0.',
  })
  needs!: readonly Code[];

  @Field(() => [LocalizedText], { description: 'Caveats to know before acting on it.' })
  notes!: readonly LocalizedText[];
}
