import {
  distinguishingWords,
  readStateOfTexts,
  sentencesSaying,
  subjectsOf,
  textKinds,
  toneOfTexts,
  type DistinguishingWords,
  type Subject,
  type TextKind as Kind,
  type TextLanguage,
} from '@rapport/model/findings';
import type { MetricAccess } from '@rapport/model/metrics';
import type { Queryable } from '@rapport/model/schema';
import { fewestShown } from '../../platform/graphql/few.ts';
import type { SayingsArgs, TextsArgs, WordsArgs } from './word.args.ts';
import type { Saying } from './saying.type.ts';
import type { TextSubject, TextSubjects, TextTone } from './subject.type.ts';
import { answerOf } from './word.answer.ts';
import type { WordFinding } from './word.type.ts';

/** Mentions belong to no order, so to no lead's scope. */
const kindsFor = (access: MetricAccess, asked: readonly Kind[] | null | undefined): Kind[] =>
  [...(asked ?? textKinds)].filter((kind) => !access.scope || kind !== 'MENTION');

/** A number of texts few enough to point at somebody is withheld; none is none. */
const withheld = (least: number) => (texts: number | null) =>
  texts === null || (texts > 0 && texts < least) ? null : texts;

const named = (language: TextLanguage): Uppercase<TextLanguage> => language.toUpperCase() as Uppercase<TextLanguage>;

export async function readWords(db: Queryable, args: WordsArgs, access: MetricAccess): Promise<WordFinding> {
  const least = fewestShown(access.role);
  const texts = kindsFor(access, args.texts);
  const found = await distinguishingWords(db, { ...args, texts, least } as Parameters<typeof distinguishingWords>[1]);
  const tell = withheld(least);
  const told = (words: DistinguishingWords['more']) =>
    words.map((word) => ({
      ...word,
      language: named(word.language),
      these: tell(word.these),
      those: tell(word.those),
    }));
  const side = ({ texts: all, read }: DistinguishingWords['these']) => ({ texts: tell(all), read: tell(read) });
  const isThin = [found.these, found.those].some(({ texts: all }) => all < least);
  const { upToDate } = await readStateOfTexts(db);
  return {
    more: isThin ? [] : told(found.more),
    less: isThin ? [] : told(found.less),
    these: side(found.these),
    those: side(found.those),
    answer: answerOf(found, isThin),
    upToDate,
  };
}

/** Of a subject that too few texts speak of, only its name is told. */
function shown(subject: Subject, least: number, otherTexts: number): TextSubject {
  const isFew = (count: number): boolean => count > 0 && count < least;
  const { code, label, means, texts, scored, bad, otherShare } = subject;
  const ofBad = { bad: null, badShare: null, badInterval: null };
  const ofOthers = { otherShare: null, difference: null, differenceInterval: null };
  if (isFew(texts)) {
    const nothing = { texts: null, share: null, shareInterval: null, score: null, scoreInterval: null, scored: null };
    return { code, label, means, ...nothing, ...ofBad, ...ofOthers };
  }
  const ofStars = { score: null, scoreInterval: null, scored: null, ...ofBad };
  return {
    ...subject,
    ...(isFew(scored) ? ofStars : isFew(bad) || isFew(scored - bad) ? ofBad : {}),
    ...(isFew(Math.round((otherShare ?? 0) * otherTexts)) ? ofOthers : {}),
  };
}

export async function readSubjects(db: Queryable, args: TextsArgs, access: MetricAccess): Promise<TextSubjects> {
  const least = fewestShown(access.role);
  const request = { ...args, texts: kindsFor(access, args.texts) } as Parameters<typeof subjectsOf>[1];
  const found = await subjectsOf(db, request);
  const tell = withheld(least);
  const isTold = found.scored === 0 || found.scored >= least;
  return {
    aspects: found.aspects.map((subject) => shown(subject, least, found.otherTexts ?? 0)),
    topics: found.topics.map((subject) => shown(subject, least, found.otherTexts ?? 0)),
    texts: tell(found.texts),
    otherTexts: tell(found.otherTexts),
    score: isTold ? found.score : null,
    scored: tell(found.scored),
  };
}

export async function readTone(db: Queryable, args: TextsArgs, access: MetricAccess): Promise<TextTone | null> {
  const least = fewestShown(access.role);
  const slice = args.these as Parameters<typeof toneOfTexts>[1];
  const tone = await toneOfTexts(db, slice, kindsFor(access, args.texts));
  if (!tone) return null;
  const isFew = (count: number): boolean => count > 0 && count < least;
  const kinds = tone.kinds.map((kind) =>
    [kind.texts, kind.good, kind.bad, kind.neither].some(isFew)
      ? { kind: kind.kind, texts: null, good: null, bad: null, neither: null, badInterval: null }
      : kind,
  );
  return { ...tone, kinds };
}

export async function readSayings(
  db: Queryable,
  { term, ...args }: SayingsArgs,
  access: MetricAccess,
): Promise<Saying[]> {
  const request = { ...args, word: term, texts: kindsFor(access, args.texts) };
  const found = await sentencesSaying(db, request as Parameters<typeof sentencesSaying>[1]);
  return found.map((saying) => ({ ...saying, language: named(saying.language) }));
}
