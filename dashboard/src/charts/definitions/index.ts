export { DefinitionRows } from './definitions.tsx';
export {
  definitionSummary,
  definitionTable,
  type DefinitionRow,
  type DefinitionRowsProps,
} from './definitions.data.ts';
