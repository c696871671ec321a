import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql';
import type { RequestContext } from '../../platform/graphql/context.ts';
import { PageArguments, type Page } from '../../platform/graphql/page.ts';
import { Allow } from '../../platform/graphql/roles.ts';
import { readAuditLog } from './audit.reader.ts';
import { AuditEntry, AuditEntryConnection, AuditWhere } from './audit.type.ts';

@Resolver(() => AuditEntry)
export class AuditResolver {
  @Allow(['operator'])
  @Query(() => AuditEntryConnection, { description: 'What operators did, latest first.' })
  auditLog(
    @Ctx() context: RequestContext,
    @Args(() => PageArguments) page: PageArguments,
    @Arg('where', () => AuditWhere, { nullable: true, description: 'Which entries; without it all.' })
    where?: AuditWhere | null,
  ): Promise<Page<AuditEntry>> {
    return readAuditLog(context.entities(), where ?? {}, page);
  }
}
