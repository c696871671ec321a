import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { Price } from '../../platform/graphql/cost.ts';
import type { RequestContext } from '../../platform/graphql/context.ts';
import { PageArguments, type Page } from '../../platform/graphql/page.ts';
import { assertInOrder } from '../../platform/graphql/refusal.ts';
import { Allow, everyone, rowReaders } from '../../platform/graphql/roles.ts';
import { outcomeOf } from '../../platform/operations/perform.ts';
import { accessOf, answersOf, PeriodInput } from '../metrics/index.ts';
import { readDoubted } from './doubted.reader.ts';
import {
  DoubtedReview,
  DoubtedReviewConnection,
  DoubtedReviewWhere,
  JudgedReviewPayload,
  ReviewVerdict,
} from './doubted.type.ts';
import { readFairness } from './fairness.reader.ts';
import { ReviewFairness } from './fairness.type.ts';
import { judgeReview } from './judgement.service.ts';

@Resolver(() => ReviewFairness)
export class ReviewFairnessResolver {
  @Allow(everyone)
  @Price(() => 40)
  @Query(() => ReviewFairness, {
    description:
      'How much of a rating is owed to doubtful reviews: near-duplicate words (MinHash; Broder 1997), bursts against the product’s own pace (Anscombe’s root of a count, 1948), new accounts, haste and deviation. With its reasons, and the rating with and without.',
  })
  async reviewFairness(
    @Ctx() { pool, reads, principal }: RequestContext,
    @Arg('period', () => PeriodInput, { description: 'Days the reviews were written, both inclusive.' })
    period: PeriodInput,
    @Arg('shop', () => String, { nullable: true, description: 'Of this shop; without it of all.' }) shop?:
      | string
      | null,
  ): Promise<ReviewFairness> {
    assertInOrder('period', period.from, period.to);
    const request = { period, shop: shop ?? null };
    return answersOf(pool).remembered(reads, accessOf(principal), ['reviewFairness', request], () =>
      readFairness(reads, request, principal.role),
    );
  }

  @Allow(rowReaders)
  @Query(() => DoubtedReviewConnection, {
    description:
      'The queue of odd reviews, the most suspicious first; without a filter the suspicious ones, judged or not.',
  })
  doubtedReviews(
    @Ctx() { reads }: RequestContext,
    @Args(() => PageArguments) page: PageArguments,
    @Arg('where', () => DoubtedReviewWhere, { nullable: true, description: 'Which reviews.' })
    where?: DoubtedReviewWhere | null,
  ): Promise<Page<DoubtedReview>> {
    return readDoubted(reads, where ?? {}, page);
  }

  @Allow(rowReaders)
  @Mutation(() => JudgedReviewPayload, {
    description:
      'Decides whether an odd review is genuine or fake, or takes a decision back. The audit keeps every decision.',
  })
  async judgeReview(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID, { description: 'Id of the review.' }) id: string,
    @Arg('verdict', () => ReviewVerdict, {
      nullable: true,
      description: 'What is decided; without it the decision is taken back.',
    })
    verdict?: keyof typeof ReviewVerdict | null,
    @Arg('note', () => String, { nullable: true, description: 'Why, at most 500 characters.' }) note?: string | null,
  ): Promise<JudgedReviewPayload> {
    const { value, userErrors } = await outcomeOf(() =>
      judgeReview(context, { id, verdict: verdict ?? null, note: note?.trim() ?? '' }),
    );
    return { judged: value, userErrors };
  }
}
