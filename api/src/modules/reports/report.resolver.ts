import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import type { Principal } from '../../platform/auth/principal.ts';
import type { RequestContext } from '../../platform/graphql/context.ts';
import { Allow, everyone } from '../../platform/graphql/roles.ts';
import type { ReportOrder, ReportOwner } from '../../platform/operations/index.ts';
import { perform } from '../../platform/operations/perform.ts';
import { readReports } from './report.reader.ts';
import { ReportChange, ReportPayload, ReportSubscription, SaveReportInput } from './report.type.ts';

const ownerOf = ({ id, role }: Principal, actor: string): ReportOwner => ({ id, actor, any: role === 'operator' });

const orderOf = ({ language, landscape, ...input }: SaveReportInput): ReportOrder => ({
  ...input,
  language: language === 'ZH' ? 'zh' : 'en',
  landscape: landscape ?? true,
});

@Resolver(() => ReportSubscription)
export class ReportResolver {
  @Allow(everyone)
  @Query(() => [ReportSubscription], {
    description: 'Pages that are sent by e-mail, the latest first: one’s own; to operators everybody’s, at most 200.',
  })
  reports(@Ctx() { reads, principal }: RequestContext): Promise<ReportSubscription[]> {
    return readReports(reads, principal);
  }

  @Allow(everyone)
  @Mutation(() => ReportPayload, {
    description:
      'Keeps a subscription, or changes one. Whoever keeps it, what is sent shows what the executive role sees.',
  })
  async saveReport(
    @Ctx() context: RequestContext,
    @Arg('input', () => SaveReportInput, { description: 'What is sent, when and to whom.' }) input: SaveReportInput,
  ): Promise<ReportPayload> {
    const { value, userErrors } = await perform(context, ({ reports }, actor) =>
      reports.save(ownerOf(context.principal, actor), orderOf(input)),
    );
    return { reportId: value, userErrors };
  }

  @Allow(everyone)
  @Mutation(() => ReportPayload, { description: 'Pauses, resumes, sends at once or deletes a subscription.' })
  async changeReport(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID, { description: 'Its number.' }) id: string,
    @Arg('change', () => ReportChange, { description: 'What is done.' }) change: ReportChange,
  ): Promise<ReportPayload> {
    const what = change.toLowerCase() as Lowercase<ReportChange>;
    const { value, userErrors } = await perform(context, ({ reports }, actor) =>
      reports.change(ownerOf(context.principal, actor), what, id),
    );
    return { reportId: value, userErrors };
  }
}
