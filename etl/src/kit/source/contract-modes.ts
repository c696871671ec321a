import { z } from 'zod';

/** What happens to a delivery that is not as declared: docs/decisions/0037. */
const columns = z.enum(['freeze', 'evolve', 'quarantine_row', 'quarantine_value']);
const types = z.enum(['quarantine_row', 'quarantine_value', 'freeze'], {
  message:
    'one of quarantine_row, quarantine_value, freeze (types cannot evolve: a feed has types of its own, so declare the wider one)',
});
const tables = z.enum(['freeze', 'evolve']);

/** Of one file; what it leaves out is the source's. */
export const fileContract = z.strictObject({ columns: columns.optional(), types: types.optional() }).default({});

export const sourceContract = z
  .strictObject({
    /** A declared file that is not delivered. */
    tables: tables.default('freeze'),
    /** A column that is not declared. Absent: freeze for tables, and a note for keys of JSON, which come and go. */
    columns: columns.optional(),
    /** A value that does not fit its column's type. */
    types: types.default('quarantine_row'),
  })
  .prefault({});

export interface ContractModes {
  columns: z.infer<typeof columns> | 'note';
  types: z.infer<typeof types>;
}

/** What holds for one file. */
export function modesOf(
  file: z.infer<typeof fileContract>,
  source: z.infer<typeof sourceContract>,
  isJson: boolean,
): ContractModes {
  return { columns: file.columns ?? source.columns ?? (isJson ? 'note' : 'freeze'), types: file.types ?? source.types };
}
