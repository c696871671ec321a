import { ExportRefused } from './refused.ts';

export const tooMany = (most: number): ExportRefused =>
  new ExportRefused('TOO_MANY_EXPORTS', {
    en: `${most} exports are being written already, as many as this server writes at once. Start yours when one of them is done.`,
    zh: `服务器正在生成 ${most} 个导出，已达上限。请等其中一个完成后再开始。`,
  });

export const ownRuns = (): ExportRefused =>
  new ExportRefused('EXPORT_RUNNING', {
    en: 'An export of yours is being written already. Wait until it is done, or cancel it.',
    zh: '您已有一个导出正在生成，请等它完成或先取消。',
  });

export const budgetSpent = (cost: number, left: number, budget: number, seconds: number): ExportRefused =>
  new ExportRefused('BUDGET_SPENT', {
    en: `This export costs ${cost} points; of your ${budget} an hour for exports ${Math.max(0, left)} are left. Narrow it, or start it again in ${Math.max(1, Math.ceil(seconds / 60))} min.`,
    zh: `该导出需 ${cost} 点，您每小时 ${budget} 点的导出额度还剩 ${Math.max(0, left)} 点。请收窄范围，或在 ${Math.max(1, Math.ceil(seconds / 60))} 分钟后重试。`,
  });

export const tookTooLong = (minutes: number): ExportRefused =>
  new ExportRefused('TIMED_OUT', {
    en: `The export took longer than ${minutes} minutes. Narrow the selection, or export it in parts.`,
    zh: `导出超过 ${minutes} 分钟。请收窄筛选条件，或分批导出。`,
  });

export const otherRights = (): ExportRefused =>
  new ExportRefused('FORBIDDEN', {
    en: 'The account or key that began this export was closed, or sees something else now. Begin it anew.',
    zh: '发起导出的账号或密钥已停用，或其权限已变更。请重新导出。',
  });

export const unknownExport = (): ExportRefused =>
  new ExportRefused(
    'NOT_FOUND',
    { en: 'You have no such export. List yours with `exports`.', zh: '您没有此导出，可用 exports 查看。' },
    'id',
  );

export const ended = (): ExportRefused =>
  new ExportRefused(
    'NOT_RUNNING',
    { en: 'This export has ended already; nothing was changed.', zh: '此导出已结束，未作任何更改。' },
    'id',
  );

export const unwritable = (): ExportRefused =>
  new ExportRefused('NO_SPACE', {
    en: 'The server could not write the file: its disk is full or not writable. Tell the operator.',
    zh: '服务器无法写入文件：磁盘已满或不可写。请联系运维。',
  });

export const fault = (id: string): ExportRefused =>
  new ExportRefused('INTERNAL', {
    en: `Something went wrong on our side. Tell the operator this id: ${id}`,
    zh: `服务内部出错，请将编号告知运维：${id}`,
  });
