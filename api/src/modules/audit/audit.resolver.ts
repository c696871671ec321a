import { verifyAudit } from '@rapport/model/schema';
import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql';
import type { RequestContext } from '../../platform/graphql/context.ts';
import { PageArguments, type Page } from '../../platform/graphql/page.ts';
import { Allow } from '../../platform/graphql/roles.ts';
import { readAuditLog } from './audit.reader.ts';
import { AuditEntry, AuditEntryConnection, AuditIntegrity, AuditWhere } from './audit.type.ts';

@Resolver(() => AuditEntry)
export class AuditResolver {
  @Allow(['operator'])
  @Query(() => AuditEntryConnection, {
    description: 'What was done, latest first: sign-ins, changes of rights, exports, replays, operations.',
  })
  auditLog(
    @Ctx() context: RequestContext,
    @Args(() => PageArguments) page: PageArguments,
    @Arg('where', () => AuditWhere, { nullable: true, description: 'Which entries; without it all.' })
    where?: AuditWhere | null,
  ): Promise<Page<AuditEntry>> {
    return readAuditLog(context.entities(), where ?? {}, page);
  }

  @Allow(['operator'])
  @Query(() => AuditIntegrity, { description: 'Goes through the whole audit and checks every hash.' })
  async auditIntegrity(@Ctx() { reads }: RequestContext): Promise<AuditIntegrity> {
    const { faults, ...chain } = await verifyAudit(reads);
    return { ...chain, faults: faults.map(({ auditId, ...fault }) => ({ ...fault, entryId: String(auditId) })) };
  }
}
