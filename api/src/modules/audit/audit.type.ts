import { Field, ID, InputType } from 'type-graphql';
import { connectionOf } from '../../platform/graphql/page.ts';
import { OutputType } from '../../platform/graphql/roles.ts';
import { DateTime } from '../../platform/graphql/scalars.ts';

@OutputType({ roles: ['operator'], description: 'Something an operator did. It is never changed or taken back.' })
export class AuditEntry {
  @Field(() => ID, { description: 'Its number; later entries have higher ones.' })
  id!: string;

  @Field(() => DateTime, { description: 'When it was done.' })
  at!: Date;

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
