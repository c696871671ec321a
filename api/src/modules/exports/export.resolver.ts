import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { countExportsOf, readExport, readExportsOf } from '../../platform/exports/exports.reader.ts';
import type { FormatName } from '../../platform/exports/formats/index.ts';
import type { RequestContext } from '../../platform/graphql/context.ts';
import { ForReaders } from '../../platform/graphql/for-readers.ts';
import { decodeCursor, encodeCursor, PageArguments, pageOf, type Page } from '../../platform/graphql/page.ts';
import { Allow, everyone, withLeads } from '../../platform/graphql/roles.ts';
import { Export, ExportConnection, ExportInput, ExportPayload } from './export.type.ts';
import { answered, toExport } from './export.words.ts';

const readers = withLeads(everyone);
const ORDER = 'exports DESC';

// An export belongs to its principal, whose rows it was made of: it is read on the pool, beside what a lead's requests may read.
@Resolver(() => Export)
export class ExportResolver {
  @Allow(readers)
  @Query(() => Export, { nullable: true, description: 'An export of yours; null where you have none of this id.' })
  async export(
    @Ctx() { pool, principal }: RequestContext,
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
  ): Promise<Export | null> {
    const kept = await readExport(pool, id);
    return kept?.holderId === principal.id ? toExport(kept) : null;
  }

  @Allow(readers)
  @Query(() => ExportConnection, {
    description: 'Your exports, the latest first; they are forgotten a month after their file.',
  })
  async exports(
    @Ctx() { pool, principal }: RequestContext,
    @Args(() => PageArguments) { first, after }: PageArguments,
  ): Promise<Page<Export>> {
    const [startedAt, id] = decodeCursor(after, ORDER, 2) ?? [];
    const behind = startedAt === undefined ? null : { startedAt: String(startedAt), id: String(id) };
    const rows = await readExportsOf(pool, principal.id, { first, after: behind });
    return pageOf(rows, first, {
      cursor: (row) => encodeCursor(ORDER, [row.startedText, row.id]),
      node: toExport,
      count: () => countExportsOf(pool, principal.id),
    });
  }

  @Allow(readers)
  @ForReaders()
  @Mutation(() => ExportPayload, {
    description:
      'Begins to write everything a question answers into a file, under your rights and from one published state. Ask `export` how far it is.',
  })
  startExport(
    @Ctx() { pool, principal }: RequestContext,
    @Arg('input', () => ExportInput, { description: 'What to export.' }) input: ExportInput,
  ): Promise<ExportPayload> {
    return answered(pool, (exports) =>
      exports.start(principal, {
        document: input.document,
        operation: input.operationName ?? null,
        variables: input.variables ?? null,
        format: input.format.toLowerCase() as FormatName,
        name: input.fileName ?? null,
      }),
    );
  }

  @Allow(readers)
  @ForReaders()
  @Mutation(() => ExportPayload, {
    description: 'Asks the question of an export of yours anew: after it was interrupted, has failed or expired.',
  })
  repeatExport(
    @Ctx() { pool, principal }: RequestContext,
    @Arg('id', () => ID, { description: 'Which.' }) id: string,
  ): Promise<ExportPayload> {
    return answered(pool, (exports) => exports.repeat(principal, id));
  }

  @Allow(readers)
  @ForReaders()
  @Mutation(() => ExportPayload, {
    description: 'Calls an export of yours off while it runs; what is written of it is removed.',
  })
  cancelExport(
    @Ctx() { pool, principal }: RequestContext,
    @Arg('id', () => ID, { description: 'Which.' }) id: string,
  ): Promise<ExportPayload> {
    return answered(pool, (exports) => exports.cancel(principal, id));
  }
}
