import { isAbsolute, relative, resolve } from 'node:path';
import { OperationRefused } from '@rapport/api';

/** Over the network nobody may have files read that were not delivered. */
export function requireBelow(deliveries: string, folder: string): void {
  const way = relative(deliveries, resolve(deliveries, folder));
  if (way !== '..' && !way.startsWith('../') && !isAbsolute(way)) return;
  throw new OperationRefused(
    'FOLDER_OUTSIDE',
    {
      en: 'Only folders below the deliveries (RAPPORT_DELIVERIES) can be read from here. Elsewhere "rapport ingest" and "rapport replay" do.',
      zh: '此处只能使用交付目录（RAPPORT_DELIVERIES）下的文件夹，其他位置请用 rapport ingest 或 rapport replay。',
    },
    'from',
  );
}
