import { tryGroup } from './fast.ts';

tryGroup('text');
