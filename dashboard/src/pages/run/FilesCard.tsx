import { Card } from '../../card/Card.tsx';
import { Rows } from '../../card/Rows.tsx';
import { useFormat } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import type { RunDetail } from './index.tsx';

export function FilesCard({ run }: { run: RunDetail }) {
  const { t } = useText();
  const format = useFormat();
  const columns = [
    { label: t('health.file') },
    { label: t('runs.role') },
    { label: t('health.state') },
    { label: t('runs.size'), right: true },
    { label: t('runs.records'), right: true },
    { label: t('runs.work'), right: true },
  ];
  const rows = run.files.map((file) => ({
    key: `${file.role} ${file.name}`,
    cells: [
      file.name,
      file.role,
      t(`runs.file${file.state}`),
      format.bytes(file.bytes),
      file.records == null ? '–' : format.count(file.records),
      file.seconds == null ? '–' : format.duration(file.seconds),
    ],
  }));
  return (
    <Card title={t('runs.files')} sub={t('runs.filesSub')}>
      <Rows columns={columns} rows={rows} empty={t('health.nothingRead')} />
    </Card>
  );
}
