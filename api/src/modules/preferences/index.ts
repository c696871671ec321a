export { CategoryPreference } from './preference.type.ts';
export { nextCategoryOf, preferencesOf } from './preference.loader.ts';
