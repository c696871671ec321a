import { Field, Float, ID, InputType } from 'type-graphql';
import { connectionOf } from '../../platform/graphql/page.ts';
import { OutputType, Personal } from '../../platform/graphql/roles.ts';
import { DateTime } from '../../platform/graphql/scalars.ts';

@OutputType({
  roles: ['operator'],
  description:
    'Something that was done, or had done: sign-ins, changes of rights, exports, replays. It is never changed or taken back.',
})
export class AuditEntry {
  @Field(() => ID, { description: 'Its number; later entries have higher ones.' })
  id!: string;

  @Field(() => DateTime, { description: 'When it was done.' })
  at!: Date;

  @Personal('account')
  @Field(() => String, { description: 'Who did it: "user ada", "key nightly export", "cli deploy", "schedule".' })
  actor!: string;

  @Field(() => String, { description: 'Area and verb, such as quarantine.discard.' })
  action!: string;

  @Field(() => String, { description: 'What it was done to, such as "source olist" or "quarantine 17".' })
  subject!: string;

  @Field(() => ID, { nullable: true, description: 'The run that did it; null where it took none.' })
  runId!: string | null;

  @Field(() => String, { description: 'Counts, codes and reasons, as a JSON object; never a personal value.' })
  detail!: string;
}

@OutputType({ roles: ['operator'], description: 'A place where the audit is not what it was.' })
export class AuditFault {
  @Field(() => Float, { nullable: true, description: 'Place in the chain; null for an entry outside it.' })
  seq!: number | null;

  @Field(() => ID, { description: 'Number of the entry.' })
  entryId!: string;

  @Field(() => String, { description: 'What is wrong: removed, changed, link broken, not chained.' })
  fault!: string;
}

@OutputType({ roles: ['operator'], description: 'Whether the chain of hashes over the audit holds.' })
export class AuditIntegrity {
  @Field(() => Float, { description: 'Entries in the chain.' })
  entries!: number;

  @Field(() => String, {
    nullable: true,
    description:
      'Hash of the last entry, hexadecimal: kept elsewhere, it shows later that none was cut off. Null: none yet.',
  })
  head!: string | null;

  @Field(() => [AuditFault], { description: 'What is wrong, at most 100; empty where all holds.' })
  faults!: AuditFault[];
}

export const AuditEntryConnection = connectionOf(AuditEntry, 'AuditEntry', 'audit entries', ['operator']);

@InputType({ description: 'Which audit entries; all conditions must hold.' })
export class AuditWhere {
  @Field(() => String, { nullable: true, description: 'Of this actor.' })
  actor?: string | null;

  @Field(() => String, { nullable: true, description: 'With this action.' })
  action?: string | null;

  @Field(() => String, { nullable: true, description: 'About this subject.' })
  subject?: string | null;

  @Field(() => ID, { nullable: true, description: 'Done by this run.' })
  runId?: string | null;
}
