/** The roles that may read the schema: without it the editor would know no field. */
const askers: ReadonlySet<string> = new Set(['ANALYST', 'STEWARD', 'OPERATOR']);

export const mayAsk = (role: string): boolean => askers.has(role);
