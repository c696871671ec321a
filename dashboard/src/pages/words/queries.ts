import { graphql } from '../../gql/index.ts';

graphql(`
  fragment WordLine on DistinguishingWord {
    word
    language
    these
    those
    logOdds
    low
    high
    z
    topics
  }
`);

graphql(`
  fragment SubjectLine on TextSubject {
    code
    label {
      en
      zh
    }
    means {
      en
      zh
    }
    texts
    share
    shareInterval {
      low
      high
    }
    score
    scoreInterval {
      low
      high
    }
    scored
    bad
    badShare
    badInterval {
      low
      high
    }
    otherShare
    difference
    differenceInterval {
      low
      high
    }
  }
`);

export const wordsQuery = graphql(`
  query Words($texts: [TextKind!], $these: TextSliceInput!, $those: TextSliceInput) {
    distinguishingWords(texts: $texts, these: $these, those: $those, first: 16) {
      answer {
        en
        zh
      }
      upToDate
      these {
        texts
        read
      }
      those {
        texts
        read
      }
      more {
        ...WordLine
      }
      less {
        ...WordLine
      }
    }
  }
`);

export const subjectsQuery = graphql(`
  query TextSubjects($texts: [TextKind!], $these: TextSliceInput!, $those: TextSliceInput) {
    textSubjects(texts: $texts, these: $these, those: $those) {
      texts
      otherTexts
      score
      scored
      aspects {
        ...SubjectLine
      }
      topics {
        ...SubjectLine
      }
    }
  }
`);

export const toneQuery = graphql(`
  query TextTone($these: TextSliceInput!) {
    textTone(these: $these) {
      learnedFrom {
        good
        bad
      }
      good {
        part
        whole
        share
        interval {
          low
          high
        }
      }
      bad {
        part
        whole
        share
        interval {
          low
          high
        }
      }
      kinds {
        kind
        texts
        good
        bad
        neither
        badInterval {
          low
          high
        }
      }
      bestWords
      worstWords
    }
  }
`);

export const sayingsQuery = graphql(`
  query Sayings(
    $texts: [TextKind!]
    $slice: TextSliceInput!
    $term: String
    $aspect: String
    $topic: String
    $first: Int!
  ) {
    sayings(texts: $texts, slice: $slice, term: $term, aspect: $aspect, topic: $topic, first: $first) {
      kind
      id
      orderId
      saidOn
      score
      language
      sentence
    }
  }
`);
