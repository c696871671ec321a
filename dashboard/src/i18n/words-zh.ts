import { byArea } from './by-area.ts';

/** What every page says, whichever it is; `i18n/areas.test.ts` holds it against what they ask. */
export default byArea(
  import.meta.glob<object>('./texts/{card,export,metric,notes,paper,shell,views}.ts', {
    eager: true,
    import: 'zh',
    query: '?zh',
  }),
);
