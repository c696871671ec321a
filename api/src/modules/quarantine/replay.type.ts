import { Field, Float, ID, Int } from 'type-graphql';
import { describedEnum } from '../../platform/graphql/enum.ts';
import { OutputType } from '../../platform/graphql/roles.ts';
import { LocalDate } from '../../platform/graphql/scalars.ts';
import { UserError } from '../../platform/operations/user-error.type.ts';
import { MetricHead } from '../metrics/index.ts';
import { QuarantineReason } from './quarantine.type.ts';

const operators = ['operator'] as const;

@OutputType({ roles: operators, description: 'Rows that were refused again, for one reason in one field.' })
export class RefusedAgain {
  @Field(() => QuarantineReason, { description: 'Why.' })
  reason!: QuarantineReason;

  @Field(() => String, { nullable: true, description: 'The field at fault; null where the whole record is.' })
  field!: string | null;

  @Field(() => Int, { description: 'How many rows.' })
  rows!: number;
}

@OutputType({ roles: operators, description: 'What became of the rows of one source.' })
export class SourceReplay {
  @Field(() => String, { description: 'The source.' })
  source!: string;

  @Field(() => ID, { nullable: true, description: 'The run that loaded them; null where none was needed.' })
  runId!: string | null;

  @Field(() => Int, { description: 'Rows that were read again.' })
  rows!: number;

  @Field(() => Int, { description: 'Rows that are loaded.' })
  loaded!: number;

  @Field(() => Int, { description: 'Rows of records of which newer data was there already.' })
  superseded!: number;

  @Field(() => Int, { description: 'Rows that were refused again; they wait on.' })
  refused!: number;

  @Field(() => [RefusedAgain], { description: 'Why they were refused again, most rows first.' })
  refusals!: RefusedAgain[];
}

export const ReplayOutcome = describedEnum('ReplayOutcome', 'What a replay would make of a refused row.', {
  LOADED: 'It would be loaded.',
  SUPERSEDED: 'Newer data of the record is there already.',
  REFUSED: 'It would be refused again.',
});
export type ReplayOutcome = keyof typeof ReplayOutcome;

@OutputType({ roles: operators, description: 'What a replay would make of one row.' })
export class PreviewedRow {
  @Field(() => ID, { description: 'Number of the row.' })
  id!: string;

  @Field(() => ReplayOutcome, { description: 'What would become of it.' })
  outcome!: ReplayOutcome;

  @Field(() => QuarantineReason, { nullable: true, description: 'Why it would be refused; null where it would not.' })
  reason!: QuarantineReason | null;

  @Field(() => String, { nullable: true, description: 'The field at fault; null where there is none.' })
  field!: string | null;
}

@OutputType({ roles: operators, description: 'A figure that a replay would move.' })
export class MovedFigure {
  @Field(() => MetricHead, { description: 'The metric.' })
  metric!: MetricHead;

  @Field(() => LocalDate, { description: 'First day of the month.' })
  month!: string;

  @Field(() => Float, { nullable: true, description: 'As it stands, in the metric’s unit; null: nothing to measure.' })
  before!: number | null;

  @Field(() => Float, { nullable: true, description: 'As it would stand.' })
  after!: number | null;
}

@OutputType({
  roles: operators,
  description: 'What a replay would do with the rows of one source. Nothing is changed.',
})
export class SourcePreview {
  @Field(() => String, { description: 'The source.' })
  source!: string;

  @Field(() => Int, { description: 'Rows that would be read again.' })
  rows!: number;

  @Field(() => Int, { description: 'Rows that would be loaded.' })
  loaded!: number;

  @Field(() => Int, { description: 'Rows of records of which newer data is there already.' })
  superseded!: number;

  @Field(() => Int, { description: 'Rows that would be refused again.' })
  refused!: number;

  @Field(() => [RefusedAgain], { description: 'Why they would be refused again, most rows first.' })
  refusals!: RefusedAgain[];

  @Field(() => [PreviewedRow], { description: 'The first 100 of the rows, one by one.' })
  sample!: PreviewedRow[];

  @Field(() => [MovedFigure], { description: 'The first 500 figures by month that would move, by metric, then month.' })
  moved!: MovedFigure[];

  @Field(() => Int, { description: 'How many figures would move in all.' })
  movedCount!: number;
}

@OutputType({ roles: operators, description: 'What a replay did.' })
export class ReplayPayload {
  @Field(() => [SourceReplay], { description: 'By source; empty where nothing that waits was chosen.' })
  sources!: SourceReplay[];

  @Field(() => [UserError], { description: 'Why nothing was done; empty where it was.' })
  userErrors!: UserError[];
}

@OutputType({ roles: operators, description: 'What a replay would do.' })
export class PreviewPayload {
  @Field(() => [SourcePreview], { description: 'By source; empty where nothing that waits was chosen.' })
  sources!: SourcePreview[];

  @Field(() => [UserError], { description: 'Why it cannot be told; empty where it was.' })
  userErrors!: UserError[];
}

@OutputType({ roles: operators, description: 'What was left out.' })
export class DiscardPayload {
  @Field(() => Int, { description: 'Rows that were discarded.' })
  discarded!: number;

  @Field(() => [UserError], { description: 'Why nothing was done; empty where it was.' })
  userErrors!: UserError[];
}

@OutputType({ roles: operators, description: 'What was corrected.' })
export class CorrectPayload {
  @Field(() => ID, { nullable: true, description: 'Number of the corrected row; null where it was not.' })
  id!: string | null;

  @Field(() => [UserError], { description: 'Why nothing was done; empty where it was.' })
  userErrors!: UserError[];
}
