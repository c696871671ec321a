import { byArea } from './by-area.ts';

export default byArea(import.meta.glob<object>('./texts/*.ts', { eager: true, import: 'en', query: '?en' }));
