export { FigureChange } from './revision.type.ts';
