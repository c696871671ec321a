import {
  canBeShown,
  roles,
  scopeDimensions,
  type Role,
  type Scope,
  type ScopeDimension,
} from '@rapport/model/vocabulary';
import { AccessError } from './access-error.ts';

export function assertRole(role: string): asserts role is Role {
  if (Object.hasOwn(roles, role)) return;
  throw new AccessError(
    `There is no role “${role}”. Roles: ${Object.keys(roles).join(', ')}.`,
    `没有角色“${role}”。可用角色：${Object.keys(roles).join('、')}。`,
  );
}

const MOST_CODES = 500;
const LONGEST_CODE = 200;

/** What is kept of a scope, beside the role it goes with. */
export interface KeptScope {
  scopeDimension: ScopeDimension | null;
  scopeValues: string[] | null;
}

/** A lead has a scope and nobody else: whoever asks for the one without the other is told so. */
export function keptScope(role: Role, scope: Scope | null | undefined): KeptScope {
  if (role !== 'lead') {
    if (!scope) return { scopeDimension: null, scopeValues: null };
    throw new AccessError(
      `A scope goes with the role lead; ${role} sees all that the role may.`,
      `只有 lead 角色可限定范围；${role} 不受范围限制。`,
    );
  }
  const values = [...new Set(scope?.values.map((value) => value.trim()).filter((value) => value !== ''))];
  if (!scope || values.length === 0)
    throw new AccessError(
      'A lead needs a scope: a carrier, merchant or team, and at least one code.',
      '业务负责人须指定范围：承运商、商家或团队，并至少给出一个编码。',
    );
  if (values.length > MOST_CODES || values.some((value) => value.length > LONGEST_CODE || !canBeShown(value)))
    throw new AccessError(
      `A scope has at most ${MOST_CODES} codes of at most ${LONGEST_CODE} characters each, on one line.`,
      `范围最多 ${MOST_CODES} 个编码，每个最多 ${LONGEST_CODE} 个字符且不能换行。`,
    );
  if (!scopeDimensions.includes(scope.dimension))
    throw new AccessError(
      `There is no scope “${scope.dimension}”. Scopes: ${scopeDimensions.join(', ')}.`,
      `没有范围维度“${scope.dimension}”。可用：${scopeDimensions.join('、')}。`,
    );
  return { scopeDimension: scope.dimension, scopeValues: values };
}

export const scopeOf = ({ scopeDimension, scopeValues }: Partial<KeptScope>): Scope | null =>
  scopeDimension && scopeValues ? { dimension: scopeDimension, values: scopeValues } : null;
