import { ArgsType, Field, Float, Int } from 'type-graphql';
import { PageArguments } from '../../platform/graphql/page.ts';
import { LocalDate } from '../../platform/graphql/scalars.ts';

@ArgsType()
export class RuleStandingsArguments {
  @Field(() => String, { description: 'The shop’s code.' })
  shop!: string;

  @Field(() => String, { description: 'The code of the rule set.' })
  ruleSet!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Of one merchant, by its id in the source; without it of the whole shop.',
  })
  merchant?: string | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'As of this day; without it the shop’s last order day. Executives see the last day only.',
  })
  on?: string | null;

  @Field(() => Int, { nullable: true, defaultValue: 0, description: 'Suppose so many defects more; below 0: fewer.' })
  moreDefects!: number;

  @Field(() => Float, {
    nullable: true,
    defaultValue: 0,
    description: 'Suppose so many per cent more rows with the same defects; below 0: fewer, −100 at the lowest.',
  })
  moreRowsPercent!: number;
}

@ArgsType()
export class RuleMerchantsArguments {
  @Field(() => String, { description: 'The shop’s code.' })
  shop!: string;

  @Field(() => String, { description: 'The code of the rule set.' })
  ruleSet!: string;

  @Field(() => String, { description: 'The code of the rule.' })
  rule!: string;

  @Field(() => Int, { nullable: true, defaultValue: 20, description: 'Merchants at most, 1 to 100.' })
  first!: number;
}

@ArgsType()
export class RuleDefectsArguments extends PageArguments {
  @Field(() => String, { description: 'The shop’s code.' })
  shop!: string;

  @Field(() => String, { description: 'The code of the rule set.' })
  ruleSet!: string;

  @Field(() => String, { description: 'The code of the rule.' })
  rule!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Of one merchant, by its id in the source; without it of the whole shop.',
  })
  merchant?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'As of this day; without it the shop’s last order day.' })
  on?: string | null;
}

/** One statement a rule, over the days of its window. */
export const priceOfStandings = (): number => 60;
export const priceOfMerchants = (args: Record<string, unknown>): number => 20 + Number(args['first'] ?? 20);
