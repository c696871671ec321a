import { graphql } from '../../gql/index.ts';

graphql(`
  fragment AlarmLine on Alarm {
    id
    watch
    watchTitle {
      en
      zh
    }
    metric
    title {
      en
      zh
    }
    slice {
      dimension
      value
      label {
        en
        zh
      }
    }
    state
    startedOn
    detectedOn
    lastOn
    recoveredOn
    observed
    expected
    excess
    alertId
    acknowledgedAt
    acknowledgedBy
    snoozedUntil
  }
`);

export const alarmsQuery = graphql(`
  query Alarms($shop: String!) {
    alarms(shop: $shop) {
      ...AlarmLine
    }
    watchedFigures(shop: $shop) {
      watch
      title {
        en
        zh
      }
      metric
      series
      through
      openAlarms
    }
    alarmSettings {
      monthlyBudget
      series
      monthlyFalseAlarms
      lookedAt
    }
  }
`);

export const figureQuery = graphql(`
  query WatchedFigure($shop: String!, $watch: String!) {
    watchedFigures(shop: $shop, watch: $watch) {
      watch
      title {
        en
        zh
      }
      openAlarms
      days {
        day
        observed
        expected
        upper
        low
        high
      }
    }
  }
`);

export const alarmQuery = graphql(`
  query OneAlarm($id: ID!) {
    alarm(id: $id) {
      ...AlarmLine
      chance
      windowDays
      upper
      causes {
        label {
          en
          zh
        }
        slice {
          dimension
          value
        }
        observed
        expected
        shareOfExcess
      }
      days {
        day
        observed
        expected
        upper
        low
        high
      }
      words {
        word
        texts
        z
      }
      runId
      runRows
      tracedRows
    }
  }
`);

export const alarmRowsQuery = graphql(`
  query AlarmRows($id: ID!) {
    alarmRows(id: $id) {
      id
      on
    }
  }
`);

export const acknowledgeAlarm = graphql(`
  mutation AcknowledgeAlarm($id: ID!) {
    acknowledgeAlert(id: $id) {
      alertId
      userErrors {
        ...UserErrorLine
      }
    }
  }
`);

export const snoozeAlarm = graphql(`
  mutation SnoozeAlarm($id: ID!, $until: DateTime!) {
    snoozeAlert(id: $id, until: $until) {
      alertId
      userErrors {
        ...UserErrorLine
      }
    }
  }
`);

export const budgetMutation = graphql(`
  mutation SetAlarmBudget($monthlyBudget: Float!) {
    setAlarmBudget(monthlyBudget: $monthlyBudget) {
      monthlyBudget
      userErrors {
        ...UserErrorLine
      }
    }
  }
`);
