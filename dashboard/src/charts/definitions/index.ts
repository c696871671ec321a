export { DefinitionRows } from './definitions.tsx';
export { definitionTable, type DefinitionRow, type DefinitionRowsProps } from './definitions.data.ts';
