import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../platform/graphql/context.ts';
import { PageArguments, type Page } from '../../platform/graphql/page.ts';
import { badInput } from '../../platform/graphql/refusal.ts';
import { Allow, everyone, rowReaders } from '../../platform/graphql/roles.ts';
import { DateTime } from '../../platform/graphql/scalars.ts';
import { perform } from '../../platform/operations/perform.ts';
import { noticesOfAlert } from './alert.loader.ts';
import { readAlerts, readFindings, readFreshness } from './alert.reader.ts';
import { Alert, AlertConnection, AlertNotice, AlertPayload, AlertWhere, FeedFreshness } from './alert.type.ts';
import { AcceptGuardPayload, GuardFinding } from './finding.type.ts';

@Resolver(() => Alert)
export class AlertResolver {
  @Allow(rowReaders)
  @Query(() => AlertConnection, { description: 'What is, or was, wrong with the loads; latest first.' })
  alerts(
    @Ctx() context: RequestContext,
    @Args(() => PageArguments) page: PageArguments,
    @Arg('where', () => AlertWhere, { nullable: true, description: 'Which alerts; without it all.' })
    where?: AlertWhere | null,
  ): Promise<Page<Alert>> {
    return readAlerts(context.entities(), where ?? {}, page);
  }

  @FieldResolver(() => [AlertNotice], { description: 'Who was told, in order.' })
  notices(@Root() { id }: Alert, @Ctx() context: RequestContext): Promise<AlertNotice[]> {
    return context.loader(noticesOfAlert).load(id);
  }

  @Allow(everyone)
  @Query(() => [FeedFreshness], {
    description: 'How each published feed stands against the freshness its source promised; broken promises first.',
  })
  freshness(@Ctx() { reads }: RequestContext): Promise<FeedFreshness[]> {
    return readFreshness(reads);
  }

  @Allow(rowReaders)
  @Query(() => [GuardFinding], { description: 'What was unusual about the delivery of a run.' })
  guardFindings(
    @Ctx() context: RequestContext,
    @Arg('runId', () => ID, { description: 'The run.' }) runId: string,
  ): Promise<GuardFinding[]> {
    return readFindings(context.entities(), runId);
  }

  @Allow(['operator'])
  @Mutation(() => AlertPayload, {
    description: 'Takes an open alert on: it is not told again while it lasts; its end is.',
  })
  async acknowledgeAlert(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID, { description: 'Its number.' }) id: string,
  ): Promise<AlertPayload> {
    const { value, userErrors } = await perform(context, ({ alerts }, actor) =>
      alerts.acknowledge(actor, numberOf(id)),
    );
    return { alertId: value, userErrors };
  }

  @Allow(['operator'])
  @Mutation(() => AlertPayload, { description: 'Sends no reminders of an open alert until a moment.' })
  async snoozeAlert(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID, { description: 'Its number.' }) id: string,
    @Arg('until', () => DateTime, { description: 'Reminders come again from then on.' }) until: Date,
  ): Promise<AlertPayload> {
    const { value, userErrors } = await perform(context, ({ alerts }, actor) =>
      alerts.snooze(actor, numberOf(id), until),
    );
    return { alertId: value, userErrors };
  }

  @Allow(['operator'])
  @Mutation(() => AcceptGuardPayload, {
    description: 'Says that a finding is right: the refused delivery goes through when it is loaded again.',
  })
  async acceptGuard(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID, { description: 'Number of the finding.' }) id: string,
    @Arg('reason', () => String, { description: 'Why it is right; kept in the audit.' }) reason: string,
  ): Promise<AcceptGuardPayload> {
    const { value, userErrors } = await perform(context, ({ alerts }, actor) =>
      alerts.acceptGuard(actor, numberOf(id), reason),
    );
    return { source: value?.source ?? null, name: value?.name ?? null, userErrors };
  }
}

function numberOf(id: string): number {
  if (/^\d{1,15}$/.test(id)) return Number(id);
  throw badInput('id', { en: 'id: not a number.', zh: 'id：不是编号。' });
}
