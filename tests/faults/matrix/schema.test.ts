import { tryGroup } from './fast.ts';

tryGroup('schema');
