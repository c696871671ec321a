import { Args, Ctx, Query, Resolver } from 'type-graphql';
import { Price } from '../../platform/graphql/cost.ts';
import type { RequestContext } from '../../platform/graphql/context.ts';
import { Allow, everyone, rowReaders, withLeads } from '../../platform/graphql/roles.ts';
import { accessOf, answersOf } from '../metrics/index.ts';
import { Saying } from './saying.type.ts';
import { TextSubjects, TextTone } from './subject.type.ts';
import { SayingsArgs, TextsArgs, WordsArgs } from './word.args.ts';
import { assertFew, assertOneSubject } from './word.checks.ts';
import { readSayings, readSubjects, readTone, readWords } from './word.reader.ts';
import { WordFinding } from './word.type.ts';

@Resolver(() => WordFinding)
export class WordResolver {
  @Allow(withLeads(everyone))
  @Price(() => 40)
  @Query(() => WordFinding, {
    description:
      'Which words tell these texts from those: log-odds ratio with an informative Dirichlet prior (Monroe, Colaresi and Quinn, Fightin’ Words, Political Analysis 16, 2008), each text counting once for a word. Without `those`, held against the other texts of the same shop and days.',
  })
  distinguishingWords(@Ctx() context: RequestContext, @Args(() => WordsArgs) args: WordsArgs): Promise<WordFinding> {
    assertFew(args.first);
    return remembered(context, ['distinguishingWords', args], () =>
      readWords(context.reads, args, accessOf(context.principal)),
    );
  }

  @Allow(withLeads(everyone))
  @Price(() => 40)
  @Query(() => TextSubjects, {
    description:
      'What texts speak of, by maintained rules in Chinese, English and Portuguese: how often, and with how many stars.',
  })
  textSubjects(@Ctx() context: RequestContext, @Args(() => TextsArgs) args: TextsArgs): Promise<TextSubjects> {
    return remembered(context, ['textSubjects', args], () =>
      readSubjects(context.reads, args, accessOf(context.principal)),
    );
  }

  @Allow(withLeads(everyone))
  @Price(() => 40)
  @Query(() => TextTone, {
    nullable: true,
    description:
      'How these texts sound, learned from the shop’s reviews with stars; null where it has fewer than 50 good or 50 bad ones with words. `those` is not looked at.',
  })
  textTone(@Ctx() context: RequestContext, @Args(() => TextsArgs) args: TextsArgs): Promise<TextTone | null> {
    return remembered(context, ['textTone', args], () => readTone(context.reads, args, accessOf(context.principal)));
  }

  @Allow(withLeads(rowReaders))
  @Query(() => [Saying], {
    description: 'The sentences behind a term, an aspect or a topic, latest first, one a text. Give one of the three.',
  })
  sayings(@Ctx() { reads, principal }: RequestContext, @Args(() => SayingsArgs) args: SayingsArgs): Promise<Saying[]> {
    assertFew(args.first);
    assertOneSubject(args);
    return readSayings(reads, args, accessOf(principal));
  }
}

function remembered<Answer>(
  { pool, reads, principal }: RequestContext,
  question: [string, TextsArgs],
  work: () => Promise<Answer>,
): Promise<Answer> {
  return answersOf(pool).remembered(reads, accessOf(principal), question, work);
}
