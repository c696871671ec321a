import { tryGroup } from './fast.ts';

tryGroup('compressed');
