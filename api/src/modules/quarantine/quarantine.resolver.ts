import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql';
import type { RequestContext } from '../../platform/graphql/context.ts';
import { PageArguments, type Page } from '../../platform/graphql/page.ts';
import { Allow, rowReaders } from '../../platform/graphql/roles.ts';
import { readQuarantine } from './quarantine.reader.ts';
import { QuarantinedRow, QuarantinedRowConnection, QuarantineWhere } from './quarantine.type.ts';

@Resolver(() => QuarantinedRow)
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
}
