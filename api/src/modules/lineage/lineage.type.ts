import { Field, Float, ID, Int } from 'type-graphql';
import { Code } from '../../platform/graphql/code.type.ts';
import { everyone, OutputType, rowReaders, Personal } from '../../platform/graphql/roles.ts';
import { DateTime } from '../../platform/graphql/scalars.ts';
import { LocalizedText } from '../../platform/graphql/shared.type.ts';
import { MetricId, RowKind } from '../metrics/index.ts';
import { RunState } from '../runs/index.ts';

@OutputType({ roles: everyone, description: 'What a metric counts, and the view or table its rows stand in.' })
export class LineageRelation {
  @Field(() => RowKind, { description: 'What is counted.' })
  kind!: string;

  @Field(() => LocalizedText, { description: 'What is counted, in words.' })
  rows!: LocalizedText;

  @Field(() => String, { description: 'Where they stand: schema and name.' })
  relation!: string;
}

@OutputType({ roles: everyone, description: 'A file that brought rows to a feed.' })
export class LineageFile {
  @Personal('of a thing')
  @Field(() => String, { description: 'Its name.' })
  name!: string;

  @Field(() => Float, { description: 'Records of the feed it held, a whole number.' })
  records!: number;

  @Field(() => ID, { description: 'The run that read it.' })
  runId!: string;

  @Field(() => RunState, { description: 'How that run ended.' })
  state!: RunState;

  @Field(() => DateTime, { description: 'When that run began.' })
  at!: Date;
}

@OutputType({ roles: everyone, description: 'A source that brings a feed, as it last did.' })
export class LineageSource {
  @Field(() => String, { description: 'The source.' })
  source!: string;

  @Field(() => String, { description: 'Code of the shop it belongs to.' })
  shop!: string;

  @Field(() => Float, { description: 'Rows of the feed that are live, a whole number.' })
  rows!: number;

  @Field(() => DateTime, { nullable: true, description: 'The latest event time seen; null where the feed has none.' })
  dataThrough!: Date | null;

  @Field(() => DateTime, { description: 'When it was last published.' })
  lastPublishedAt!: Date;

  @Field(() => ID, { description: 'The run that published it.' })
  lastRunId!: string;

  @Field(() => Int, { description: 'Rows it refused that wait.' })
  waiting!: number;

  @Field(() => [LineageFile], { description: 'The last three files it was read from, latest first.' })
  files!: LineageFile[];
}

@OutputType({ roles: everyone, description: 'A feed a metric stands on.' })
export class LineageFeed {
  @Field(() => String, { description: 'The feed.' })
  feed!: string;

  @Field(() => LocalizedText, { description: 'What the feed carries.' })
  title!: LocalizedText;

  @Field(() => String, { description: 'The table it is kept in: schema and name.' })
  relation!: string;

  @Field(() => [Code], { description: 'What the metric needs it to tell.' })
  tells!: Code[];

  @Field(() => [LineageSource], { description: 'Who brings it; empty where nobody does.' })
  sources!: LineageSource[];
}

@OutputType({ roles: rowReaders, description: 'A record of a file that a figure stands on, as an example.' })
export class SourceRecord {
  @Field(() => String, { description: 'The feed it came to.' })
  feed!: string;

  @Field(() => String, { description: 'The source.' })
  source!: string;

  @Field(() => String, { description: 'Its id in the source.' })
  recordId!: string;

  @Personal('of a thing')
  @Field(() => String, { description: 'The file that brought it.' })
  fileName!: string;

  @Field(() => Float, { description: 'Its number in the file; the first is 1.' })
  recordNo!: number;

  @Field(() => ID, { description: 'The run that first published the file.' })
  runId!: string;
}

@OutputType({
  roles: everyone,
  description: 'Where the figures of a metric come from, step by step: what is counted, feeds, sources, files.',
})
export class Lineage {
  @Field(() => MetricId, { description: 'The metric.' })
  metric!: string;

  @Field(() => [LineageRelation], {
    description: 'What it counts; of a metric across two kinds of rows, the numerator’s first.',
  })
  relations!: LineageRelation[];
}
