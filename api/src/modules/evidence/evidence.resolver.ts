import type { EvidenceId } from '@rapport/model/findings';
import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { Price } from '../../platform/graphql/cost.ts';
import type { RequestContext } from '../../platform/graphql/context.ts';
import { Allow, everyone } from '../../platform/graphql/roles.ts';
import { readEvidence } from './evidence.reader.ts';
import { EvidenceAnswer, EvidenceQuestion } from './evidence.type.ts';

/** A question with programmes is a few studies. */
const A_QUESTION = 60;
const priceOf = ({ questions }: Record<string, unknown>): number =>
  A_QUESTION * (questions as readonly unknown[]).length;

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
    @Arg('questions', () => [EvidenceQuestion], { description: 'Which of the eleven.' }) questions: EvidenceId[],
  ): Promise<EvidenceAnswer[]> {
    return readEvidence(context, shop, questions);
  }
}
