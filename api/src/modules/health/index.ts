export { feedTitle } from './feeds.words.ts';
