import { Field } from 'type-graphql';
import { describedEnum } from '../../platform/graphql/enum.ts';
import { everyone, OutputType } from '../../platform/graphql/roles.ts';
import { LocalizedText } from '../../platform/graphql/shared.type.ts';

export const DriftKind = describedEnum(
  'DriftKind',
  'How a delivery differs from what is declared, or from the one before.',
  {
    TABLE_ADDED: 'A file that no source reads.',
    TABLE_DROPPED: 'A file that came before and did not come.',
    COLUMN_ADDED: 'A column or key that is not declared.',
    COLUMN_DROPPED: 'A column that was there before and is not.',
    COLUMN_RENAMED: 'One column gone and another one new: probably the same.',
    COLUMNS_REORDERED: 'The same columns in another order; they are read by name.',
    TYPE_WIDENED: 'Values that the type seen before does not hold.',
    TYPE_NARROWED: 'Only values of a narrower type than before.',
    VALUE_ADDED: 'A value that a short list never had.',
  },
);
export type DriftKind = keyof typeof DriftKind;

@OutputType({
  roles: everyone,
  description: 'One way in which a delivery was not what it had been, or not what is declared.',
})
export class SchemaDrift {
  @Field(() => DriftKind, { description: 'What kind of change.' })
  kind!: DriftKind;

  @Field(() => String, { description: 'The file.' })
  file!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Its name in source.yaml; null for a file that is not declared.',
  })
  role!: string | null;

  @Field(() => String, { nullable: true, description: 'The column or key; null where it is about the file.' })
  column!: string | null;

  @Field(() => String, { nullable: true, description: 'What it was: a type, a name, an order of columns.' })
  was!: string | null;

  @Field(() => String, { nullable: true, description: 'What it is now; for new values, these.' })
  now!: string | null;

  @Field(() => LocalizedText, { description: 'The change as a sentence.' })
  text!: LocalizedText;
}
