import { tryGroup } from './fast.ts';

tryGroup('schedule');
