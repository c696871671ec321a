import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import {
  merchantStandings,
  ruleStandings,
  rulesOn,
  type Rule,
  type RuleSet as Declared,
} from '@rapport/model/findings';
import { Price } from '../../platform/graphql/cost.ts';
import type { RequestContext } from '../../platform/graphql/context.ts';
import type { Page } from '../../platform/graphql/page.ts';
import { Allow, everyone, rowReaders } from '../../platform/graphql/roles.ts';
import { answersOf } from '../metrics/index.ts';
import { Order, orderByKey } from '../orders/index.ts';
import { assertFirst, assertSupposed, dayOf } from './asked.ts';
import { ruleNamed, ruleSetNamed, ruleSetsOf } from './open.ts';
import {
  priceOfMerchants,
  priceOfStandings,
  RuleDefectsArguments,
  RuleMerchantsArguments,
  RuleStandingsArguments,
} from './rule.args.ts';
import { RuleDefect, RuleDefectConnection } from './rule-defect.type.ts';
import { readLastDay, readRuleDefects } from './rule.reader.ts';
import { PlatformRuleSet, RuleMerchant, RuleStanding } from './rule.type.ts';
import { merchantOf, ruleSetOf, standingOf } from './rule.words.ts';

@Resolver(() => RuleDefect)
export class RuleResolver {
  @Allow(everyone)
  @Query(() => [PlatformRuleSet], {
    description: 'The rules of platforms that shops can be held against, the product’s and the shop’s own.',
  })
  ruleSets(@Ctx() { pool }: RequestContext): PlatformRuleSet[] {
    return ruleSetsOf(pool).map(ruleSetOf);
  }

  @Allow(everyone)
  @Price(priceOfStandings)
  @Query(() => [RuleStanding], {
    description:
      'How a shop, or one of its merchants, stands under each rule of a set: figure, target, headroom, and when today’s defects age out.',
  })
  ruleStandings(
    @Ctx() { pool, reads, principal: { role } }: RequestContext,
    @Args(() => RuleStandingsArguments) asked: RuleStandingsArguments,
  ): Promise<RuleStanding[]> {
    const set = ruleSetNamed(pool, asked.ruleSet);
    const whatIf = assertSupposed(asked);
    return answersOf(pool).remembered(reads, { role }, ['ruleStandings', set, asked], async () => {
      const on = dayOf(asked.on, await readLastDay(reads, asked.shop), role);
      const { shop, merchant } = asked;
      const found = await ruleStandings(reads, set, { shop, merchant: merchant ?? null, on, whatIf }, role);
      return found.map((standing) => standingOf(standing, set));
    });
  }

  @Allow(everyone)
  @Price(priceOfMerchants)
  @Query(() => [RuleMerchant], {
    description:
      'Merchants under one rule on the shop’s last day: the broken first, then those with the least headroom.',
  })
  ruleMerchants(
    @Ctx() { pool, reads, principal: { role } }: RequestContext,
    @Args(() => RuleMerchantsArguments) asked: RuleMerchantsArguments,
  ): Promise<RuleMerchant[]> {
    assertFirst(asked.first);
    const set = ruleSetNamed(pool, asked.ruleSet);
    return answersOf(pool).remembered(reads, { role }, ['ruleMerchants', set, asked], async () => {
      const { rule, on } = await holding(reads, set, asked);
      const found = await merchantStandings(reads, rule, asked.shop, on, role);
      return found.slice(0, asked.first).map(merchantOf);
    });
  }

  @Allow(rowReaders)
  @Query(() => RuleDefectConnection, { description: 'The orders that are the defects of a rule, the latest first.' })
  async ruleDefects(
    @Ctx() { pool, reads, principal: { role } }: RequestContext,
    @Args(() => RuleDefectsArguments) asked: RuleDefectsArguments,
  ): Promise<Page<RuleDefect>> {
    const last = await readLastDay(reads, asked.shop);
    const on = dayOf(asked.on, last, role);
    const set = ruleSetNamed(pool, asked.ruleSet);
    return readRuleDefects(reads, ruleNamed(set, rulesOn(set, on), asked.rule), on, asked);
  }

  @FieldResolver(() => Order, { nullable: true, description: 'The order; null where it has gone.' })
  order(@Root() { orderKey }: RuleDefect, @Ctx() context: RequestContext): Promise<Order | null> {
    return context.loader(orderByKey).load(orderKey);
  }
}

async function holding(
  reads: RequestContext['reads'],
  set: Declared,
  { shop, rule }: RuleMerchantsArguments,
): Promise<{ rule: Rule; on: string }> {
  const on = await readLastDay(reads, shop);
  return { rule: ruleNamed(set, rulesOn(set, on), rule), on };
}
