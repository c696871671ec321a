import { Arg, Args, Ctx, Int, Mutation, Query, Resolver } from 'type-graphql';
import type { Hurt } from '@rapport/model/findings';
import { Price } from '../../platform/graphql/cost.ts';
import type { RequestContext } from '../../platform/graphql/context.ts';
import { fewestShown } from '../../platform/graphql/few.ts';
import { PageArguments, type Page } from '../../platform/graphql/page.ts';
import { Allow, everyone, rowReaders } from '../../platform/graphql/roles.ts';
import { outcomeOf } from '../../platform/operations/perform.ts';
import { accessOf, answersOf } from '../metrics/index.ts';
import { ValueAtStake } from './failure-cost.type.ts';
import {
  hurtOf,
  lastDays,
  ordersInHand,
  readHurt,
  readRecoveryCases,
  readStanding,
  readValueAtStake,
} from './recovery.reader.ts';
import { openRecovery, recordRecovery } from './recovery.service.ts';
import {
  OpenRecoveryInput,
  OpenRecoveryPayload,
  RecordRecoveryInput,
  RecordRecoveryPayload,
} from './recovery.input.ts';
import {
  HurtCustomers,
  RecoveryCaseConnection,
  RecoveryCaseWhere,
  RecoveryStanding,
  type RecoveryCase,
} from './recovery.type.ts';

const ofShop = { description: 'Of this shop.' };

/** All hurt customers, weighed once for a published state. */
const weighed = ({ pool, reads, principal }: RequestContext, shop: string): Promise<Hurt> =>
  answersOf(pool).remembered(reads, accessOf(principal), ['hurtCustomers', shop], () => readHurt(reads, shop));

@Resolver(() => ValueAtStake)
export class RecoveryResolver {
  @Allow(everyone)
  @Price(() => 100)
  @Query(() => ValueAtStake, {
    description:
      'Money for each failure: refund, compensation and handling beyond an order without one, and the repurchase that does not come, each with its range.',
  })
  valueAtStake(
    @Ctx() { pool, reads, principal }: RequestContext,
    @Arg('shop', () => String, ofShop) shop: string,
  ): Promise<ValueAtStake> {
    const asked = { shop, least: fewestShown(principal.role) };
    return answersOf(pool).remembered(reads, accessOf(principal), ['valueAtStake', asked], () =>
      readValueAtStake(reads, asked),
    );
  }

  @Allow(rowReaders)
  @Price(() => 200)
  @Query(() => HurtCustomers, {
    description:
      'Customers whose last order went wrong and whom nobody has taken in hand, by what is at stake with them.',
  })
  async hurtCustomers(
    @Ctx() context: RequestContext,
    @Arg('shop', () => String, ofShop) shop: string,
    @Arg('limit', () => Int, { nullable: true, defaultValue: 20, description: 'Customers at most, 1 to 100.' })
    limit: number | null,
  ): Promise<HurtCustomers> {
    const hurt = await weighed(context, shop);
    return hurtOf(hurt, await ordersInHand(context.reads, shop), Math.min(100, Math.max(1, limit ?? 20)));
  }

  @Allow(everyone)
  @Query(() => RecoveryStanding, {
    description: 'How many hurt customers are in hand, how many cases are closed, and whether contacting helps.',
  })
  recoveryStanding(
    @Ctx() { reads, principal }: RequestContext,
    @Arg('shop', () => String, ofShop) shop: string,
  ): Promise<RecoveryStanding> {
    return readStanding(reads, { shop, least: fewestShown(principal.role) });
  }

  @Allow(rowReaders)
  @Query(() => RecoveryCaseConnection, { description: 'Hurt customers in hand, those with most at stake first.' })
  recoveryCases(
    @Ctx() context: RequestContext,
    @Args(() => PageArguments) page: PageArguments,
    @Arg('where', () => RecoveryCaseWhere, { nullable: true, description: 'Which ones; without it all.' })
    where?: RecoveryCaseWhere | null,
  ): Promise<Page<RecoveryCase>> {
    return readRecoveryCases({ reads: context.reads, em: context.entities() }, where ?? {}, page);
  }

  @Allow(rowReaders)
  @Mutation(() => OpenRecoveryPayload, {
    description:
      'Takes the hurt customers with most at stake in hand. For each of them the lot decides whether they are contacted or left alone. It is written to the audit.',
  })
  async openRecovery(
    @Ctx() context: RequestContext,
    @Arg('input', () => OpenRecoveryInput, { description: 'Whose customers, and how many.' }) input: OpenRecoveryInput,
  ): Promise<OpenRecoveryPayload> {
    const { value, userErrors } = await outcomeOf(async () => {
      const { customers, currency, asOf } = await weighed(context, input.shop);
      const inHand = await ordersInHand(context.reads, input.shop);
      const left = customers.filter(({ orderId }) => !inHand.has(orderId));
      return openRecovery(context, input, { customers: left, currency, asOf });
    });
    return { opened: value?.opened ?? null, heldOut: value?.heldOut ?? null, userErrors };
  }

  @Allow(rowReaders)
  @Mutation(() => RecordRecoveryPayload, {
    description:
      'Owner, deadline, action and outcome of a recovery case; an outcome closes it. It is written to the audit.',
  })
  async recordRecovery(
    @Ctx() context: RequestContext,
    @Arg('input', () => RecordRecoveryInput, { description: 'Which case, and what becomes of it.' })
    input: RecordRecoveryInput,
  ): Promise<RecordRecoveryPayload> {
    const days = await lastDays(context.reads);
    const { value, userErrors } = await outcomeOf(() => recordRecovery(context, input, days));
    return { recoveryCase: value, userErrors };
  }
}
