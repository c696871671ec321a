export { forgetGone } from './forget-gone.ts';
