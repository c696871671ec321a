import { tryGroup } from './fast.ts';

tryGroup('process');
