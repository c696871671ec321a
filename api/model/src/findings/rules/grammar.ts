import { z } from 'zod';
import { counted, type CountedRows } from './conditions.ts';

const text = z.strictObject({ en: z.string().min(1), zh: z.string().min(1) });
const code = z.string().regex(/^[a-z][a-z0-9_]*$/, 'is lower case letters, digits and _, beginning with a letter');
const day = z.iso.date('is a day such as 2026-01-31');

const source = z.strictObject({
  name: text,
  /** own_document: read in the owner's document. third_party: read in somebody's copy. own_target: no platform says so. */
  read: z.enum(['own_document', 'third_party', 'own_target']),
  where: z.string().min(1).optional(),
});

const share = z.number().min(0).max(1);
const target = z
  .strictObject({
    below: share.optional(),
    atMost: share.optional(),
    atLeast: z.number().min(0).max(5).optional(),
    above: z.number().min(0).max(5).optional(),
  })
  .refine(
    (value) => Object.values(value).filter((each) => each !== undefined).length === 1,
    'names exactly one of below, atMost, atLeast, above',
  );

const rule = z
  .strictObject({
    id: code,
    title: text,
    description: text,
    counts: z.enum(Object.keys(counted) as [CountedRows, ...CountedRows[]]),
    day: z.string(),
    windowDays: z.int().min(1).max(366),
    /** Any of them makes a row a defect, once. Of scores: none, they are a mean. */
    defects: z.array(z.string()).default([]),
    /** Rows with any of them are not counted at all; `only` keeps those with all. */
    leaveOut: z.array(z.string()).default([]),
    only: z.array(z.string()).default([]),
    target,
    /** Below so many rows nothing is judged. */
    minSample: z.int().min(1).default(30),
    /** Days until nearly all defects of a row are known. */
    knownAfterDays: z.int().min(0).default(0),
    /** Of scores: the first so many of one customer in a calendar month. */
    perCustomerAMonth: z.int().min(1).optional(),
    effectiveFrom: day,
    effectiveTo: day.optional(),
    source: source.optional(),
  })
  .superRefine((each, context) => {
    const { days, conditions } = counted[each.counts];
    const refuse = (field: string, message: string): void =>
      context.addIssue({ code: 'custom', path: [field], message });
    if (!(each.day in days))
      refuse('day', `is one of ${Object.keys(days).join(', ')} for ${each.counts}, not “${each.day}”`);
    for (const field of ['defects', 'leaveOut', 'only'] as const)
      for (const name of each[field])
        if (!(name in conditions))
          refuse(field, `knows no “${name}”; for ${each.counts} there are ${Object.keys(conditions).join(', ')}`);
    if (each.counts === 'scores' && each.defects.length > 0)
      refuse('defects', 'is left out for scores: they are a mean');
    if (each.counts !== 'scores' && each.defects.length === 0) refuse('defects', 'names at least one condition');
    const bound = each.target.atLeast ?? each.target.above;
    if (each.counts === 'scores' && (bound === undefined || bound < 1))
      refuse('target', 'of scores is atLeast or above, from 1 to 5');
    if (each.counts !== 'scores' && bound !== undefined && bound > 1)
      refuse('target', 'of a share is 0 to 1: 0.95 for 95 %');
    if (each.effectiveTo && each.effectiveTo < each.effectiveFrom) refuse('effectiveTo', 'is before effectiveFrom');
  });

/** A rule set, as its file says it. Rules of one id are versions of each other: their days may not overlap. */
export const ruleSet = z
  .strictObject({ id: code, title: text, description: text, source, rules: z.array(rule).min(1) })
  .superRefine(({ rules }, context) => {
    for (const [at, one] of rules.entries())
      for (const other of rules.slice(0, at)) {
        const overlap =
          one.id === other.id &&
          one.effectiveFrom <= (other.effectiveTo ?? '9999') &&
          other.effectiveFrom <= (one.effectiveTo ?? '9999');
        if (overlap)
          context.addIssue({
            code: 'custom',
            path: ['rules', at, 'effectiveFrom'],
            message: `overlaps another version of ${one.id}: end the earlier one with effectiveTo`,
          });
      }
  });

export type RuleSet = z.output<typeof ruleSet>;
export type Rule = RuleSet['rules'][number];
export type RuleSource = z.output<typeof source>;
