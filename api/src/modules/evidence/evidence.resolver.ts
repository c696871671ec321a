import { evidenceQuestions, type EvidenceId } from '@rapport/model/findings';
import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { Price } from '../../platform/graphql/cost.ts';
import type { RequestContext } from '../../platform/graphql/context.ts';
import { Allow, everyone } from '../../platform/graphql/roles.ts';
import { readEvidence } from './evidence.reader.ts';
import { EvidenceAnswer, EvidenceQuestion } from './evidence.type.ts';

const every = Object.keys(evidenceQuestions) as EvidenceId[];

/** A question with programmes is a few studies. */
const A_QUESTION = 60;
const priceOf = ({ questions }: Record<string, unknown>): number =>
  A_QUESTION * ((questions as readonly unknown[] | null | undefined)?.length ?? every.length);

@Resolver(() => EvidenceAnswer)
export class EvidenceResolver {
  @Allow(everyone)
  @Price(priceOf)
  @Query(() => [EvidenceAnswer], {
    description:
      'What a shop’s own data says of the claims of the literature about service and loyalty. A question may take a second or more the first time in a published state: ask one by one to see them come. Empty before the first load.',
  })
  evidence(
    @Ctx() context: RequestContext,
    @Arg('shop', () => String, { description: 'Code of the shop.' }) shop: string,
    @Arg('questions', () => [EvidenceQuestion], { nullable: true, description: 'Which; without it all eleven.' })
    questions?: EvidenceId[] | null,
  ): Promise<EvidenceAnswer[]> {
    return readEvidence(context, shop, questions ?? every);
  }
}
