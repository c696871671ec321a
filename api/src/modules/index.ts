import type { NonEmptyArray } from 'type-graphql';
import { ApiKeyResolver } from './access/key.resolver.ts';
import { UserResolver } from './access/user.resolver.ts';
import { AgentResolver } from './agents/agent.resolver.ts';
import { AnnotationResolver } from './annotations/annotation.resolver.ts';
import { AuditResolver } from './audit/audit.resolver.ts';
import { AlarmResolver } from './alarms/alarm.resolver.ts';
import { AlertResolver } from './alerts/alert.resolver.ts';
import { BackfillResolver } from './backfills/backfill.resolver.ts';
import { CalendarResolver } from './calendar/calendar.resolver.ts';
import { CarrierResolver } from './carriers/carrier.resolver.ts';
import { RecoveryResolver } from './recovery/recovery.resolver.ts';
import { CustomerOutlookResolver, CustomerValueResolver } from './customer-value/customer-value.resolver.ts';
import { SecondOrderResolver } from './second-orders/second-orders.resolver.ts';
import { ServiceCaseResolver } from './cases/case.resolver.ts';
import { CohortResolver } from './cohorts/cohort.resolver.ts';
import { CompensationResolver } from './compensations/compensation.resolver.ts';
import { CustomerResolver } from './customers/customer.resolver.ts';
import { DimensionResolver } from './dimensions/dimension.resolver.ts';
import { DriverResolver } from './drivers/driver.resolver.ts';
import { EvidenceResolver } from './evidence/evidence.resolver.ts';
import { ExportResolver } from './exports/export.resolver.ts';
import { ReviewFairnessResolver } from './fair-reviews/fairness.resolver.ts';
import { ForecastResolver } from './forecasts/forecast.resolver.ts';
import { FlowResolver } from './flows/flow.resolver.ts';
import { HealthResolver } from './health/health.resolver.ts';
import { InitiativeResolver } from './initiatives/initiative.resolver.ts';
import { OrderItemResolver } from './items/order-item.resolver.ts';
import { JourneyEventResolver } from './journey/journey.resolver.ts';
import { SegmentResolver } from './membership/segments.resolver.ts';
import { LineageResolver } from './lineage/lineage.resolver.ts';
import { MentionResolver } from './mentions/mention.resolver.ts';
import { MerchantResolver } from './merchants/merchant.resolver.ts';
import { MessageResolver } from './messages/message.resolver.ts';
import { ComparableEventResolver } from './metrics/comparable-event.resolver.ts';
import { ContributionResolver } from './metrics/contribution.resolver.ts';
import { MetricRowResolver } from './metric-rows/metric-row.resolver.ts';
import { MetricResolver } from './metrics/metric.resolver.ts';
import { VersionsResolver } from './metrics/versions.resolver.ts';
import { NoteResolver } from './notes/note.resolver.ts';
import { OrderResolver } from './orders/order.resolver.ts';
import { PreferenceResolver } from './preferences/preference.resolver.ts';
import { ProductResolver } from './products/product.resolver.ts';
import { QuarantineResolver } from './quarantine/quarantine.resolver.ts';
import { ReplayResolver } from './quarantine/replay.resolver.ts';
import { ReferralResolver } from './referrals/referral.resolver.ts';
import { ReturnResolver } from './returns/return.resolver.ts';
import { FigureChangeResolver, RevisionResolver } from './revisions/revision.resolver.ts';
import { ReportResolver } from './reports/report.resolver.ts';
import { RevealResolver } from './reveals/reveal.resolver.ts';
import { ReviewResolver } from './reviews/review.resolver.ts';
import { RuleResolver } from './rules/rule.resolver.ts';
import { IngestionRunResolver } from './runs/run.resolver.ts';
import { SavedQueryResolver } from './saved-queries/saved-query.resolver.ts';
import { SavedViewResolver } from './saved-views/saved-view.resolver.ts';
import { ScheduleResolver } from './schedules/schedule.resolver.ts';
import { ShipmentResolver } from './shipments/shipment.resolver.ts';
import { ShopResolver } from './shops/shop.resolver.ts';
import { StationResolver } from './stations/station.resolver.ts';
import { SurveyResolver } from './surveys/survey.resolver.ts';
import { ViewerResolver } from './viewer/viewer.resolver.ts';
import { WordResolver } from './words/word.resolver.ts';

/** Every resolver of the API. A module is in the schema when it is named here. */
export const resolvers: NonEmptyArray<Function> = [
  ViewerResolver,
  WordResolver,
  ReviewFairnessResolver,
  UserResolver,
  ApiKeyResolver,
  RevealResolver,
  ShopResolver,
  ComparableEventResolver,
  ContributionResolver,
  MetricRowResolver,
  MetricResolver,
  VersionsResolver,
  CohortResolver,
  SecondOrderResolver,
  CustomerValueResolver,
  CustomerOutlookResolver,
  RecoveryResolver,
  FigureChangeResolver,
  RevisionResolver,
  DimensionResolver,
  CustomerResolver,
  JourneyEventResolver,
  OrderResolver,
  OrderItemResolver,
  ShipmentResolver,
  ServiceCaseResolver,
  ReturnResolver,
  CompensationResolver,
  ReviewResolver,
  SurveyResolver,
  ReferralResolver,
  MentionResolver,
  MessageResolver,
  PreferenceResolver,
  SegmentResolver,
  FlowResolver,
  DriverResolver,
  RuleResolver,
  CalendarResolver,
  InitiativeResolver,
  EvidenceResolver,
  AnnotationResolver,
  NoteResolver,
  ReportResolver,
  ProductResolver,
  MerchantResolver,
  CarrierResolver,
  StationResolver,
  AgentResolver,
  IngestionRunResolver,
  ScheduleResolver,
  BackfillResolver,
  QuarantineResolver,
  ReplayResolver,
  AuditResolver,
  ExportResolver,
  SavedQueryResolver,
  SavedViewResolver,
  HealthResolver,
  LineageResolver,
  AlertResolver,
  AlarmResolver,
  ForecastResolver,
];
