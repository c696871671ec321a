import type { Role } from '@rapport/model/vocabulary';
import { OperationRefused } from '../../platform/operations/index.ts';
import type { Room } from '../../platform/operations/room.ts';
import { writtenText } from '../../platform/operations/written-text.ts';
import type { RoleName } from '../access/index.ts';

const LONGEST = { path: 200, search: 4000 };
export const room: Room = { most: 200, what: { en: 'views of yours', zh: '您的视图' } };

export const checkedName = (name: string): string =>
  writtenText(name, { code: 'BAD_NAME', field: 'name', what: { en: 'A name', zh: '名称' }, least: 1, most: 80 });

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
