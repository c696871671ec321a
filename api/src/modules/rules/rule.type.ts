import { Field, Float, Int } from 'type-graphql';
import { Code } from '../../platform/graphql/code.type.ts';
import { everyone, OutputType, Personal } from '../../platform/graphql/roles.ts';
import { LocalDate } from '../../platform/graphql/scalars.ts';
import { LocalizedText, Period } from '../../platform/graphql/shared.type.ts';
import { Interval } from '../metrics/index.ts';
import { RuleComparison, RuleRows, RuleSourceKind, RuleStatus } from './rule.enums.ts';

@OutputType({ roles: everyone, description: 'Where a rule comes from.' })
export class RuleSource {
  @Field(() => LocalizedText, { description: 'Whose rule it is, and where it was read.' })
  label!: LocalizedText;

  @Field(() => RuleSourceKind, { description: 'How sure that is.' })
  kind!: keyof typeof RuleSourceKind;

  @Field(() => String, { nullable: true, description: 'The document or page; null where none is named.' })
  where!: string | null;
}

@OutputType({ roles: everyone, description: 'What a rule asks for.' })
export class RuleTarget {
  @Field(() => RuleComparison, { description: 'On which side of the bound the figure has to be.' })
  comparison!: keyof typeof RuleComparison;

  @Field(() => Float, { description: 'The bound: a share from 0 to 1, or a mean of scores from 1 to 5.' })
  bound!: number;
}

@OutputType({ roles: everyone, description: 'A rule of a platform, in one version.' })
export class PlatformRule {
  @Field(() => String, { description: 'Its code within the rule set.' })
  code!: string;

  @Field(() => LocalizedText, { description: 'What it is called.' })
  title!: LocalizedText;

  @Field(() => LocalizedText, { description: 'What it counts.' })
  description!: LocalizedText;

  @Field(() => RuleRows, { description: 'What a row of it is.' })
  counts!: keyof typeof RuleRows;

  @Field(() => LocalizedText, { description: 'The day by which a row is in the window.' })
  clock!: LocalizedText;

  @Field(() => Int, { description: 'Days of its window.' })
  windowDays!: number;

  @Field(() => RuleTarget, { description: 'What it asks for.' })
  target!: RuleTarget;

  @Field(() => Int, { description: 'Below so many rows nothing is judged.' })
  minSample!: number;

  @Field(() => [Code], { description: 'What makes a row a defect, any of them, once; empty for scores.' })
  defects!: Code[];

  @Field(() => [Code], { description: 'What keeps a row out altogether.' })
  leftOut!: Code[];

  @Field(() => LocalDate, { description: 'The day from which this version holds.' })
  effectiveFrom!: string;

  @Field(() => LocalDate, { nullable: true, description: 'The last day it holds; null: until further notice.' })
  effectiveTo!: string | null;

  @Field(() => RuleSource, { description: 'Where it comes from.' })
  source!: RuleSource;
}

@OutputType({ roles: everyone, description: 'The rules of a platform, as a file says them.' })
export class PlatformRuleSet {
  @Field(() => String, { description: 'Its code.' })
  code!: string;

  @Field(() => LocalizedText, { description: 'What it is called.' })
  title!: LocalizedText;

  @Field(() => LocalizedText, { description: 'What it is.' })
  description!: LocalizedText;

  @Field(() => [PlatformRule], { description: 'Its rules in the order of the file, every version of each.' })
  rules!: PlatformRule[];
}

@OutputType({ roles: everyone, description: 'What leaves the window of a rule.' })
export class RuleAgeing {
  @Field(() => LocalDate, { description: 'From this day on it is gone.' })
  day!: string;

  @Field(() => Int, { description: 'Defects that leave.' })
  defectsLeaving!: number;

  @Field(() => Int, { description: 'Rows that leave, those defects among them.' })
  rowsLeaving!: number;

  @Field(() => Int, { description: 'Of today’s defects, those still in the window.' })
  defectsLeft!: number;

  @Field(() => Float, {
    nullable: true,
    description:
      'The figure that day if no defect is added and as many rows come each day as in the last 28; null without rows.',
  })
  value!: number | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it then meets the target; null without rows.' })
  keeps!: boolean | null;
}

@OutputType({ roles: everyone, description: 'The same window, supposed otherwise.' })
export class RuleSupposed {
  @Field(() => Int, { description: 'So many defects more (below 0: fewer); of scores, scores of 1.' })
  defects!: number;

  @Field(() => Float, { description: 'So many per cent more rows (below 0: fewer), with the same defects.' })
  rowsPercent!: number;

  @Field(() => Float, { nullable: true, description: 'The figure it would be.' })
  value!: number | null;

  @Field(() => Float, { description: 'Above the line.' })
  numerator!: number;

  @Field(() => Int, { description: 'Below the line.' })
  denominator!: number;

  @Field(() => RuleStatus, { description: 'How it would stand.' })
  status!: keyof typeof RuleStatus;

  @Field(() => Int, { nullable: true, description: 'The headroom it would have.' })
  headroom!: number | null;
}

@OutputType({ roles: everyone, description: 'How a shop or one merchant stands under a rule.' })
export class RuleFigure {
  @Field(() => Period, { description: 'The window.' })
  window!: Period;

  @Field(() => Float, { nullable: true, description: 'The share or the mean; null where there is nothing to count.' })
  value!: number | null;

  @Field(() => Float, { description: 'Above the line: bad rows, good rows where the rule asks for these, or points.' })
  numerator!: number;

  @Field(() => Int, { description: 'Below the line: the rows of the window.' })
  denominator!: number;

  @Field(() => Int, { description: 'Rows that are defects; of scores those of 1 to 3.' })
  defects!: number;

  @Field(() => Interval, {
    nullable: true,
    description: 'Range of the value, as far as chance goes; the rule itself knows none.',
  })
  interval!: Interval | null;

  @Field(() => RuleStatus, { description: 'How it stands.' })
  status!: keyof typeof RuleStatus;

  @Field(() => Int, {
    nullable: true,
    description:
      'How many more defects on the rows of the window it bears; below 0: how many too many there are. Of scores: how many more of 1. Null where there is nothing to count.',
  })
  headroom!: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'Of a broken rule: rows without a defect (scores of 5) that would have to come to mend it; null where it is kept, or none would.',
  })
  cleanNeeded!: number | null;

  @Field(() => Boolean, { description: 'Withheld because few rows stand behind it.' })
  suppressed!: boolean;
}

@OutputType({ roles: everyone, description: 'A rule, and how a shop or one merchant stands under it.' })
export class RuleStanding {
  @Field(() => PlatformRule, { description: 'The version of the rule that holds on the day.' })
  rule!: PlatformRule;

  @Field(() => RuleFigure, { description: 'The figure.' })
  figure!: RuleFigure;

  @Field(() => LocalDate, {
    nullable: true,
    description:
      'Of a broken rule: the day from which it is kept again if no defect is added and rows come as usual; null where it is kept, or not within a window.',
  })
  backOn!: string | null;

  @Field(() => Int, { description: 'Rows so young that defects may still come of them; 0 for executives.' })
  young!: number;

  @Field(() => [RuleAgeing], {
    description: 'Day by day when today’s defects leave the window; for executives in steps of five rows and more.',
  })
  ageing!: RuleAgeing[];

  @Field(() => RuleSupposed, { nullable: true, description: 'What was supposed; null where nothing was.' })
  whatIf!: RuleSupposed | null;

  @Field(() => PlatformRule, {
    nullable: true,
    description: 'A version that is to hold from a later day; null: none is known.',
  })
  next!: PlatformRule | null;
}

@OutputType({ roles: everyone, description: 'How one merchant stands under a rule.' })
export class RuleMerchant {
  @Field(() => String, { description: 'The merchant’s id in the source; the code of the MERCHANT dimension.' })
  merchant!: string;

  @Personal('of a thing')
  @Field(() => String, { nullable: true, description: 'Its name; null where the source gives none.' })
  title!: string | null;

  @Field(() => RuleFigure, { description: 'The figure.' })
  figure!: RuleFigure;
}
