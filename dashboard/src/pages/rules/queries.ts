import { graphql } from '../../gql/index.ts';

export const ruleSetsQuery = graphql(`
  query RuleSets {
    ruleSets {
      code
      title {
        en
        zh
      }
      description {
        en
        zh
      }
    }
  }
`);

export const ruleStandingsQuery = graphql(`
  query RuleStandings($shop: String!, $ruleSet: String!, $merchant: String, $more: Int, $rows: Float) {
    ruleStandings(shop: $shop, ruleSet: $ruleSet, merchant: $merchant, moreDefects: $more, moreRowsPercent: $rows) {
      rule {
        ...Rule
      }
      figure {
        ...RuleFigure
      }
      backOn
      young
      ageing {
        day
        defectsLeaving
        rowsLeaving
        defectsLeft
        value
        keeps
      }
      whatIf {
        value
        status
        headroom
      }
      next {
        effectiveFrom
        target {
          comparison
          bound
        }
      }
    }
  }
`);

export const ruleMerchantsQuery = graphql(`
  query RuleMerchants($shop: String!, $ruleSet: String!, $rule: String!, $first: Int!) {
    ruleMerchants(shop: $shop, ruleSet: $ruleSet, rule: $rule, first: $first) {
      merchant
      title
      figure {
        ...RuleFigure
      }
    }
  }
`);

export const ruleDefectsQuery = graphql(`
  query RuleDefects($shop: String!, $ruleSet: String!, $rule: String!, $merchant: String, $first: Int!) {
    ruleDefects(shop: $shop, ruleSet: $ruleSet, rule: $rule, merchant: $merchant, first: $first) {
      totalCount
      nodes {
        day
        leavesOn
        reasons {
          code
          label {
            en
            zh
          }
        }
        order {
          id
          externalId
        }
      }
    }
  }
`);

graphql(`
  fragment Rule on PlatformRule {
    code
    title {
      en
      zh
    }
    description {
      en
      zh
    }
    counts
    clock {
      en
      zh
    }
    windowDays
    target {
      comparison
      bound
    }
    minSample
    defects {
      code
      label {
        en
        zh
      }
    }
    leftOut {
      code
      label {
        en
        zh
      }
    }
    effectiveFrom
    effectiveTo
    source {
      label {
        en
        zh
      }
      kind
      where
    }
  }
`);

graphql(`
  fragment RuleFigure on RuleFigure {
    window {
      from
      to
    }
    value
    numerator
    denominator
    defects
    interval {
      low
      high
    }
    status
    headroom
    cleanNeeded
    suppressed
  }
`);
