import type { Role } from '@rapport/model/vocabulary';
import { OperationRefused } from '../../platform/operations/index.ts';
import type { RoleName } from '../access/index.ts';

const LONGEST = { name: 80, path: 200, search: 4000 };

export function checkedName(name: string): string {
  const trimmed = name.trim();
  if (trimmed.length > 0 && trimmed.length <= LONGEST.name) return trimmed;
  throw new OperationRefused(
    'BAD_NAME',
    {
      en: `A name has 1 to ${LONGEST.name} characters; this one has ${trimmed.length}.`,
      zh: `名称须为 1 至 ${LONGEST.name} 个字符，当前为 ${trimmed.length} 个。`,
    },
    'name',
  );
}

/** Of this dashboard: a view leads nowhere else. */
export function checkedPath(path: string): string {
  if (path.length <= LONGEST.path && /^\/([a-z0-9-]+(\/[a-z0-9-]+)*)?$/.test(path)) return path;
  throw new OperationRefused(
    'BAD_PATH',
    {
      en: 'A view is a page of this dashboard, such as /delivery, without host and search.',
      zh: '视图须为本看板内的页面，例如 /delivery，不含主机名与查询参数。',
    },
    'path',
  );
}

/** How it looks is the reader's own, and so is who they are. */
const ofReader: ReadonlySet<string> = new Set(['lang', 'theme', 'token']);

export function checkedSearch(search: string | null | undefined): string {
  const kept = [...new URLSearchParams(search ?? '')].filter(([key]) => !ofReader.has(key));
  const text = new URLSearchParams(kept).toString();
  if (text.length <= LONGEST.search) return text;
  throw new OperationRefused(
    'BAD_SEARCH',
    {
      en: `The address is too long to be kept: ${text.length} of at most ${LONGEST.search} characters. Take some filters away.`,
      zh: `地址过长，无法保存：${text.length} 个字符，上限 ${LONGEST.search} 个。请减少筛选条件。`,
    },
    'search',
  );
}

export const checkedRoles = (names: readonly RoleName[]): Role[] => [
  ...new Set(names.map((name) => name.toLowerCase() as Role)),
];
