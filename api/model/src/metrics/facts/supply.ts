import { eventDay, type Fact } from './fact.ts';

export const products = {
  name: 'products',
  rows: { en: 'products', zh: '商品' },
  feeds: ['products'],
  relation: 'journey.product_facts',
  id: 'product_id',
  clocks: { listed: eventDay('listed_on', 'the day the product was listed', '商品上架日') },
  dimensions: {
    SHOP: { column: 'shop' },
    PRODUCT: { column: 'product_external_id' },
    CATEGORY: { column: 'category_code' },
    MERCHANT: { column: 'merchant_external_id' },
  },
} as const satisfies Fact;

export const merchants = {
  name: 'merchants',
  rows: { en: 'merchants', zh: '商家' },
  feeds: [],
  relation: 'journey.merchant_facts',
  id: 'merchant_id',
  clocks: { admitted: eventDay('admitted_on', 'the day the merchant was admitted', '商家入驻日') },
  dimensions: {
    SHOP: { column: 'shop' },
    REGION: { column: 'region_code' },
    MERCHANT: { column: 'merchant_external_id' },
  },
} as const satisfies Fact;

/** Signed changes a day of `j.level`: merchants that need a certificate, and those of them that hold one. */
export const certificateChanges = {
  name: 'certificateChanges',
  rows: { en: 'changes of merchants’ certificates', zh: '商家资质变动' },
  feeds: [],
  relation: 'journey.certificate_changes',
  clocks: { changed: eventDay('day', 'what had come about by the end of the day', '截至当日') },
  dimensions: {
    SHOP: { column: 'shop' },
    REGION: { column: 'region_code' },
    MERCHANT: { column: 'merchant_external_id' },
  },
} as const satisfies Fact;

export const inspections = {
  name: 'inspections',
  rows: { en: 'inspections', zh: '质检' },
  feeds: ['certificates.inspections'],
  relation: 'journey.inspection_facts',
  id: 'inspection_id',
  clocks: { inspected: eventDay('inspected_on', 'the day of the inspection', '质检日') },
  dimensions: {
    SHOP: { column: 'shop' },
    PRODUCT: { column: 'product_external_id' },
    CATEGORY: { column: 'category_code' },
    MERCHANT: { column: 'merchant_external_id' },
  },
  rolledUp: { by: ['CATEGORY'], byMonth: ['MERCHANT'], changedBy: ['certificates', 'products', 'merchants'] },
} as const satisfies Fact;

export const sanctions = {
  name: 'sanctions',
  rows: { en: 'violations', zh: '违规' },
  feeds: ['sanctions'],
  relation: 'journey.sanction_facts',
  id: 'sanction_id',
  clocks: {
    violated: eventDay('violated_on', 'the day of the violation', '违规日'),
    sanctioned: eventDay('sanctioned_on', 'the day of the sanction', '处罚日'),
  },
  dimensions: {
    SHOP: { column: 'shop' },
    MERCHANT: { column: 'merchant_external_id' },
    VIOLATION: { column: 'violation' },
  },
  rolledUp: { by: ['VIOLATION'], byMonth: ['MERCHANT'], changedBy: ['sanctions', 'merchants'] },
} as const satisfies Fact;

export const assessments = {
  name: 'assessments',
  rows: { en: 'trainings and work samples', zh: '培训与质检抽样' },
  feeds: [],
  relation: 'journey.assessment_facts',
  id: 'assessment_id',
  clocks: { happened: eventDay('happened_on', 'the day of the training or sample', '培训或抽样日') },
  dimensions: {
    SHOP: { column: 'shop' },
    AGENT: { column: 'agent_code' },
    TEAM: { column: 'team' },
    TOPIC: { column: 'topic' },
  },
  rolledUp: { by: ['TEAM', 'TOPIC'], byMonth: ['AGENT'], changedBy: ['assessments', 'agents'] },
} as const satisfies Fact;
