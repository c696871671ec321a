import { graphql } from '../../gql/index.ts';

graphql(`
  fragment EffectSide on EffectFigure {
    value
    numerator
    rows
  }
`);

graphql(`
  fragment Written on Initiative {
    shop
    code
    label {
      en
      zh
    }
    claim {
      en
      zh
    }
    theme
    metric
    expected
    scopeDimension
    scopeValues
    within {
      dimension
      values
    }
    startsOn
    endsOn
    cost {
      amount
      currency
    }
    origin
    version
    author
  }
`);

graphql(`
  fragment Study on InitiativeFinding {
    initiative {
      ...Written
    }
    metric {
      id
      title {
        en
        zh
      }
      unit
      decimals
      polarity
      version
      currency
    }
    verdict
    reason
    better
    sentence {
      en
      zh
    }
    remedy {
      en
      zh
    }
    matters
    claimed
    horizons {
      days
      period {
        from
        to
      }
      complete
      completeOn
      effect
      interval {
        low
        high
      }
      relative
      verdict
      treatedBefore {
        ...EffectSide
      }
      treatedAfter {
        ...EffectSide
      }
      controlBefore {
        ...EffectSide
      }
      controlAfter {
        ...EffectSide
      }
      placebo {
        p
        tried
        exhaustive
      }
      detectable
      rowsNeeded
    }
    reached {
      code
      label {
        en
        zh
      }
      before {
        ...EffectSide
      }
      after {
        ...EffectSide
      }
    }
    controls {
      code
      label {
        en
        zh
      }
      before {
        ...EffectSide
      }
      after {
        ...EffectSide
      }
    }
    leftOut {
      code
      label {
        en
        zh
      }
      reason
      reasonLabel {
        en
        zh
      }
      initiative
    }
    overlaps {
      code
      label {
        en
        zh
      }
      groups
    }
    preTrend {
      verdict
      drift
      interval {
        low
        high
      }
    }
    trend {
      from
      to
      offset
      treated {
        ...EffectSide
      }
      control {
        ...EffectSide
      }
    }
    money {
      cost {
        amount
        currency
      }
      outcomes
      outcomesLow
      outcomesHigh
      costPerOutcome {
        amount
        currency
      }
      worth {
        amount
        currency
      }
      value {
        amount
        currency
      }
      valueLow {
        amount
        currency
      }
      valueHigh {
        amount
        currency
      }
    }
  }
`);

export const ledgerQuery = graphql(`
  query InitiativeLedger($shop: String!) {
    initiativeFindings(shop: $shop) {
      ...Study
    }
  }
`);

export const saveMutation = graphql(`
  mutation SaveInitiative($input: SaveInitiativeInput!) {
    saveInitiative(input: $input) {
      initiative {
        code
      }
      userErrors {
        ...UserErrorLine
      }
    }
  }
`);

export const deleteMutation = graphql(`
  mutation DeleteInitiative($shop: String!, $code: String!, $version: Int!) {
    deleteInitiative(shop: $shop, code: $code, version: $version) {
      delivered {
        code
      }
      userErrors {
        ...UserErrorLine
      }
    }
  }
`);
