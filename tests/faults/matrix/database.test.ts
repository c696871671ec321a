import { tryGroup } from './fast.ts';

tryGroup('database');
