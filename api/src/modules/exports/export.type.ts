import { Field, Float, ID, Int, InputType } from 'type-graphql';
import { describedEnum } from '../../platform/graphql/enum.ts';
import { connectionOf } from '../../platform/graphql/page.ts';
import { everyone, OutputType, Personal, withLeads } from '../../platform/graphql/roles.ts';
import { DateTime } from '../../platform/graphql/scalars.ts';
import { LocalizedText } from '../../platform/graphql/shared.type.ts';

const readers = withLeads(everyone);

export const ExportFormat = describedEnum('ExportFormat', 'What rows are written as.', {
  CSV: 'RFC 4180, UTF-8, a line of names first. Text that a spreadsheet would run as a formula begins with an apostrophe.',
  NDJSON: 'A JSON object a line, exactly as the API answers: for programs.',
  XLSX: 'A workbook: numbers are numbers, days are days, text never runs. Rows beyond 1,048,575 are on further sheets.',
  PARQUET:
    'Columns with their types, for DuckDB, pandas and the like; what is nested is JSON text, amounts are exact text.',
});
export type ExportFormat = keyof typeof ExportFormat;

export const ExportState = describedEnum('ExportState', 'How far an export is.', {
  RUNNING: 'Rows are being written.',
  DONE: 'The file is whole and can be fetched until it expires.',
  FAILED: 'It was refused or went wrong on the way: `error` says why. There is no file.',
  CANCELED: 'Its owner called it off. There is no file.',
  INTERRUPTED: 'The server that wrote it ended. There is no file; start it again with `repeatExport`.',
  EXPIRED: 'The file has been removed.',
});
export type ExportState = keyof typeof ExportState;

@OutputType({ roles: readers, description: 'Where in a document, counted from 1.' })
export class DocumentPlace {
  @Field(() => Int, { description: 'Line.' })
  line!: number;

  @Field(() => Int, { description: 'Column.' })
  column!: number;
}

@OutputType({ roles: readers, description: 'Why an export was not done, for the person who asked.' })
export class ExportError {
  @Field(() => String, {
    description:
      'For programs: INVALID_DOCUMENT, INVALID_VARIABLES, FORBIDDEN, NOT_A_QUERY, ONE_LIST, COST_LIMIT, BUDGET_SPENT, TOO_MANY_EXPORTS, EXPORT_RUNNING, TOO_LARGE, CELL_TOO_LONG, TIMED_OUT, NOT_FOUND, NOT_RUNNING and others.',
  })
  code!: string;

  @Field(() => String, { nullable: true, description: 'The argument at fault; null where none is.' })
  field!: string | null;

  @Field(() => LocalizedText, { description: 'What is wrong and what to do about it.' })
  text!: LocalizedText;

  @Field(() => [DocumentPlace], { description: 'Where in the document; empty where it is not at fault.' })
  places!: DocumentPlace[];
}

@OutputType({
  roles: readers,
  description:
    'A file made of everything a question answers, read from one published state. Only who started it sees it.',
})
export class Export {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Personal('of a thing')
  @Field(() => String, { description: 'What the file is called, with its ending.' })
  fileName!: string;

  @Field(() => ExportFormat, { description: 'What rows are written as.' })
  format!: ExportFormat;

  @Field(() => ExportState, { description: 'How far it is.' })
  state!: ExportState;

  @Field(() => Float, { description: 'Rows written so far.' })
  rows!: number;

  @Field(() => Float, {
    nullable: true,
    description:
      'How many there will be, counted before the first. Null until then, and for answers that have no pages.',
  })
  expectedRows!: number | null;

  @Field(() => Float, { description: 'Size of the file so far, in bytes.' })
  bytes!: number;

  @Field(() => Float, { description: 'Points of cost so far; they count for an hour against the budget for exports.' })
  points!: number;

  @Field(() => [String], {
    description: 'The columns in their order, each named by its way in the answer: `region.label.en`.',
  })
  columns!: string[];

  @Field(() => String, {
    nullable: true,
    description: 'The published state every row was read from; null before it begins.',
  })
  dataVersion!: string | null;

  @Field(() => String, { description: 'The GraphQL document that was asked.' })
  document!: string;

  @Field(() => String, { description: 'Its variables, a JSON object.' })
  variables!: string;

  @Field(() => DateTime, { description: 'When it was started.' })
  startedAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'When it ended, however it did; null while it runs.' })
  finishedAt!: Date | null;

  @Field(() => DateTime, { description: 'When the file is removed.' })
  expiresAt!: Date;

  @Field(() => String, {
    nullable: true,
    description:
      'Where the file is, below the address of the API. Good for its owner only, with the same key or session, until it expires; takes ranges. Null unless DONE.',
  })
  downloadUrl!: string | null;

  @Field(() => String, { nullable: true, description: 'SHA-256 of the file, hexadecimal; null unless DONE.' })
  sha256!: string | null;

  @Field(() => ExportError, { nullable: true, description: 'Why it failed; null unless FAILED.' })
  error!: ExportError | null;
}

export const ExportConnection = connectionOf(Export, 'Export', 'exports', readers);

@OutputType({ roles: readers, description: 'What became of an export that was asked for.' })
export class ExportPayload {
  @Field(() => Export, { nullable: true, description: 'The export; null where it was refused.' })
  export!: Export | null;

  @Field(() => [ExportError], { description: 'Why nothing was done; empty where something was.' })
  userErrors!: ExportError[];
}

@InputType({ description: 'What to export.' })
export class ExportInput {
  @Field(() => String, {
    description:
      'A GraphQL document whose one root field is a list, figures or anything else you may ask. A list with pages is followed to its end, whatever its `first`; rows are its nodes. Of other answers each element of the lists on the way is a row; figures make a row a point.',
  })
  document!: string;

  @Field(() => String, { nullable: true, description: 'Which operation of the document; needed where it has several.' })
  operationName?: string | null;

  @Field(() => String, { nullable: true, description: 'Its variables, a JSON object; without it none.' })
  variables?: string | null;

  @Field(() => ExportFormat, { description: 'What to write rows as.' })
  format!: ExportFormat;

  @Field(() => String, {
    nullable: true,
    description: 'What to call the file, without its ending; without it the name of the operation.',
  })
  fileName?: string | null;
}
