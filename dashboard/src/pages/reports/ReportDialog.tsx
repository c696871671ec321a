import { Button, Checkbox, TextInput } from '@mantine/core';
import { useId, useState, type FormEvent } from 'react';

import { request } from '../../api/graphql.ts';
import { useOperation } from '../../api/use-operation.ts';
import { Dialog, DialogActions } from '../../card/Dialog.tsx';
import { Told } from '../../card/Told.tsx';
import { useShop } from '../../filters/shop-context.tsx';
import type { ReportLanguage } from '../../gql/graphql.ts';
import { useText } from '../../i18n/index.ts';
import classes from './index.module.css';
import { saveReportMutation, type Report } from './queries.ts';

interface ReportDialogProps {
  /** The one that is changed; null: a new one. */
  report: Report | null;
  /** Where the reader came from: what a new one sends. */
  page: string | undefined;
  onClose(): void;
}

/** The usual times, as cron. */
const times = { daily: '0 8 * * *', weekly: '0 8 * * 1', monthly: '0 8 2 * *' } as const;
const languages: readonly ReportLanguage[] = ['EN', 'ZH'];

export function ReportDialog({ report, page, onClose }: ReportDialogProps) {
  const { t } = useText();
  return (
    <Dialog title={t(report ? 'reports.changeTitle' : 'reports.newTitle')} why={t('reports.rest')} onClose={onClose}>
      <ReportForm report={report} page={page} onClose={onClose} />
    </Dialog>
  );
}

function ReportForm({ report, page, onClose }: ReportDialogProps) {
  const { t, lang } = useText();
  const { shop } = useShop();
  const id = useId();
  const [name, setName] = useState(report?.name ?? '');
  const [address, setAddress] = useState(report?.page ?? page ?? '/');
  const [to, setTo] = useState(report ? addressesOf(report) : '');
  const [cron, setCron] = useState(report?.cron ?? times.weekly);
  const [language, setLanguage] = useState<ReportLanguage>(report?.language ?? (lang === 'zh' ? 'ZH' : 'EN'));
  const [landscape, setLandscape] = useState(report?.landscape ?? true);
  const save = useOperation(
    async () => {
      const recipients = to.split(/[\s,;]+/).filter(Boolean);
      const kept = report ? { id: report.id, version: report.version, zone: report.zone } : {};
      const input = {
        ...kept,
        name,
        shop: report?.shop ?? shop.code,
        page: address,
        language,
        landscape,
        cron,
        recipients,
      };
      return (await request(saveReportMutation, { input })).saveReport;
    },
    { onDone: onClose },
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.run(undefined);
  };
  return (
    <form onSubmit={submit}>
      <TextInput
        data-autofocus
        required
        label={t('reports.subject')}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextInput
        required
        label={t('reports.address')}
        description={t('reports.addressHint')}
        value={address}
        onChange={(event) => setAddress(event.currentTarget.value)}
      />
      <div className={classes.field}>
        <label htmlFor={`${id}-to`}>{t('reports.toLabel')}</label>
        <textarea id={`${id}-to`} required rows={3} value={to} onChange={(event) => setTo(event.currentTarget.value)} />
        <small>{t('reports.toHint')}</small>
      </div>
      <Times zone={report?.zone ?? shop.zone} cron={cron} onChange={setCron} />
      <div className={classes.field} role="group" aria-label={t('reports.language')}>
        {t('reports.language')}
        <div className={classes.choices}>
          {languages.map((each) => (
            <button key={each} type="button" aria-pressed={language === each} onClick={() => setLanguage(each)}>
              {t(`reports.language${each}`)}
            </button>
          ))}
        </div>
      </div>
      <Checkbox
        size="xs"
        label={t('reports.landscape')}
        checked={landscape}
        onChange={(event) => setLandscape(event.currentTarget.checked)}
      />
      <Told operation={save} />
      <DialogActions>
        <Button onClick={onClose}>{t('reports.cancel')}</Button>
        <Button type="submit" variant="filled" loading={save.busy}>
          {t('reports.save')}
        </Button>
      </DialogActions>
    </form>
  );
}

const addressesOf = ({ recipients }: Report): string =>
  recipients.flatMap(({ address, unsubscribedAt }) => (unsubscribedAt ? [] : [address])).join('\n');

function Times({ zone, cron, onChange }: { zone: string; cron: string; onChange(cron: string): void }) {
  const { t } = useText();
  return (
    <div className={classes.field}>
      <div className={classes.choices} role="group" aria-label={t('reports.when')}>
        {(Object.keys(times) as (keyof typeof times)[]).map((each) => (
          <button key={each} type="button" aria-pressed={cron === times[each]} onClick={() => onChange(times[each])}>
            {t(`reports.${each}`)}
          </button>
        ))}
      </div>
      <TextInput
        required
        label={t('reports.cron', { zone })}
        description={t('reports.cronHint')}
        value={cron}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </div>
  );
}
