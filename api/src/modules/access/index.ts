export { AccessScope, RoleName } from './access.type.ts';
export { roleName } from './access.words.ts';
