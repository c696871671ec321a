import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../platform/graphql/context.ts';
import { found, PageArguments, type Page } from '../../platform/graphql/page.ts';
import { Allow, rowReaders } from '../../platform/graphql/roles.ts';
import { QuarantineReasonWhere, QuarantineWhere } from './quarantine.input.ts';
import { refusedRow } from './quarantine.loader.ts';
import { readQuarantine, readReasonCounts } from './quarantine.reader.ts';
import { QuarantinedRow, QuarantinedRowConnection, QuarantineReasonCount } from './quarantine.type.ts';

@Resolver(() => QuarantineReasonCount)
export class QuarantineResolver {
  @Allow(rowReaders)
  @Query(() => QuarantinedRowConnection, { description: 'Refused rows, latest first.' })
  quarantine(
    @Ctx() context: RequestContext,
    @Args(() => PageArguments) page: PageArguments,
    @Arg('where', () => QuarantineWhere, { nullable: true, description: 'Which refused rows; without it all.' })
    where?: QuarantineWhere | null,
  ): Promise<Page<QuarantinedRow>> {
    return readQuarantine(context.entities(), context.principal.role, where ?? {}, page);
  }

  @Allow(rowReaders)
  @Query(() => [QuarantineReasonCount], {
    description: 'Refused rows by source, feed and reason, most rows first; those that wait where no state is named.',
  })
  quarantineReasons(
    @Ctx() context: RequestContext,
    @Arg('where', () => QuarantineReasonWhere, { nullable: true, description: 'Which refused rows are counted.' })
    where?: QuarantineReasonWhere | null,
  ): Promise<QuarantineReasonCount[]> {
    return readReasonCounts(context.reads, where ?? {});
  }

  @FieldResolver(() => [QuarantinedRow], { description: 'The first three of them.' })
  async sample(
    @Root() { sampleIds }: QuarantineReasonCount,
    @Ctx() context: RequestContext,
  ): Promise<QuarantinedRow[]> {
    const rows = await context.loader(refusedRow).loadMany(sampleIds);
    return rows.map((row) => found(row instanceof Error ? null : row, 'the refused rows of one snapshot'));
  }
}
