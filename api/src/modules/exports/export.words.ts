import type pg from 'pg';
import { exportsOf, signatureOf, type Exports } from '../../platform/exports/exports.ts';
import type { KeptExport } from '../../platform/exports/exports.reader.ts';
import { ExportRefused } from '../../platform/exports/refused.ts';
import type { Export, ExportError, ExportFormat, ExportPayload, ExportState } from './export.type.ts';

const toError = ({ code, field, text, places }: ExportRefused): ExportError => ({
  code,
  field,
  text,
  places: [...places],
});

export function toExport(kept: KeptExport): Export {
  const { id, name, format, state, error, sha256, dataVersion } = kept;
  const fileName = `${name}.${format}`;
  const done = state === 'done';
  return {
    ...kept,
    fileName,
    points: kept.cost,
    format: format.toUpperCase() as ExportFormat,
    state: state.toUpperCase() as ExportState,
    dataVersion: dataVersion === null ? null : String(dataVersion),
    downloadUrl: done ? `/downloads/${id}/${encodeURIComponent(fileName)}?signature=${signatureOf(kept)}` : null,
    sha256: done ? (sha256?.toString('hex') ?? null) : null,
    error: error && { ...error, field: null, places: [] },
  };
}

const noExports = (): ExportRefused =>
  new ExportRefused('NO_EXPORTS', {
    en: 'This server writes no files. Ask one that "rapport serve" or "rapport demo" started.',
    zh: '此服务不生成文件，请在由 rapport serve 或 rapport demo 启动的服务上导出。',
  });

/** What was asked for, or why not. */
export async function answered(pool: pg.Pool, work: (exports: Exports) => Promise<KeptExport>): Promise<ExportPayload> {
  try {
    const exports = exportsOf(pool);
    if (!exports) throw noExports();
    return { export: toExport(await work(exports)), userErrors: [] };
  } catch (error) {
    if (!(error instanceof ExportRefused)) throw error;
    return { export: null, userErrors: [toError(error)] };
  }
}
