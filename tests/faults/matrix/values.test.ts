import { tryGroup } from './fast.ts';

tryGroup('values');
