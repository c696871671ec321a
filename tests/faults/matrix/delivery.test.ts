import { tryGroup } from './fast.ts';

tryGroup('delivery');
