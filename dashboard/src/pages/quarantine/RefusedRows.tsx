import { useShop } from '../../filters/shop-context.tsx';
import { useFormat } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import { Pill } from '../../card/Pill.tsx';
import { CorrectForm } from './CorrectForm.tsx';
import classes from './RefusedRows.module.css';
import type { RefusedRow } from './use-quarantine.ts';

interface RefusedRowsProps {
  rows: readonly RefusedRow[];
  /** Their reasons differ: each row says its own. */
  mixed: boolean;
  ticked: ReadonlySet<string>;
  onTick(ids: ReadonlySet<string>): void;
  editing: string | undefined;
  onEdit(id: string | undefined): void;
}

/** Each refused row with its place, what was wrong, and for operators the record as it came. */
export function RefusedRows({ rows, mixed, ticked, onTick, editing, onEdit }: RefusedRowsProps) {
  const { t } = useText();
  const { viewer } = useShop();
  const operator = viewer.role === 'OPERATOR';
  const waiting = rows.filter(({ state }) => state === 'WAITING').map(({ id }) => id);
  const acts = operator && waiting.length > 0;
  const tick = (id: string) =>
    onTick(new Set(ticked.has(id) ? [...ticked].filter((one) => one !== id) : [...ticked, id]));
  const all = waiting.every((id) => ticked.has(id));
  return (
    <div className={classes.scroll}>
      <table className={classes.table} data-acts={acts || undefined}>
        <thead>
          <tr>
            {acts ? (
              <th>
                <input
                  type="checkbox"
                  aria-label={t('quarantine.tickAll')}
                  checked={all}
                  onChange={() => onTick(new Set(all ? [] : waiting))}
                />
              </th>
            ) : null}
            <th>{t('quarantine.place')}</th>
            <th>{t('quarantine.record')}</th>
            <th>{t('quarantine.field')}</th>
            <th>{t('quarantine.wrong')}</th>
            {acts ? <th>{t('quarantine.correct')}</th> : null}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row
              key={row.id}
              row={row}
              mixed={mixed}
              acts={acts}
              ticked={ticked.has(row.id)}
              onTick={() => tick(row.id)}
              editing={editing === row.id}
              onEdit={onEdit}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface RowProps {
  row: RefusedRow;
  mixed: boolean;
  acts: boolean;
  ticked: boolean;
  onTick(): void;
  editing: boolean;
  onEdit(id: string | undefined): void;
}

function Row({ row, mixed, acts, ticked, onTick, editing, onEdit }: RowProps) {
  const { t } = useText();
  const format = useFormat();
  const offset = row.byteOffset == null ? '–' : format.count(row.byteOffset);
  return (
    <>
      <tr data-testid="refused-row" data-ticked={ticked || undefined}>
        {acts ? (
          <td>
            <input
              type="checkbox"
              aria-label={t('quarantine.tick', { id: row.id })}
              checked={ticked}
              onChange={onTick}
            />
          </td>
        ) : null}
        <td title={t('quarantine.byte', { record: format.count(row.recordNo), offset })}>
          <span className={classes.file}>{row.fileName}</span>
          <b>:{row.lineNo ?? row.recordNo}</b>
        </td>
        <td className={classes.mono}>{row.recordId ?? '–'}</td>
        <td>{row.field ? <mark>{row.field}</mark> : '–'}</td>
        <td>
          <Wrong row={row} mixed={mixed} />
        </td>
        {acts ? (
          <td>
            <button
              type="button"
              className={classes.link}
              aria-expanded={editing}
              onClick={() => onEdit(editing ? undefined : row.id)}
            >
              {t('quarantine.correct')}
            </button>
          </td>
        ) : null}
      </tr>
      {acts && editing ? (
        <tr className={classes.editor}>
          <td colSpan={6}>
            <CorrectForm row={row} onClose={() => onEdit(undefined)} />
          </td>
        </tr>
      ) : null}
    </>
  );
}

function Wrong({ row, mixed }: { row: RefusedRow; mixed: boolean }) {
  const { t, pick } = useText();
  const { shop, viewer } = useShop();
  const format = useFormat();
  const record = row.corrected ?? row.raw;
  return (
    <>
      {mixed ? <b className={classes.reason}>{pick(row.reason.title)}</b> : null}
      {pick(row.detail)}
      {row.isCorrected ? (
        <span className={classes.mark}>
          <Pill tone="good">{t('quarantine.corrected', { by: row.correctedBy ?? '–' })}</Pill>
        </span>
      ) : null}
      {record ? <code data-testid="raw">{record}</code> : null}
      {record === null || record === undefined ? (
        <small>{viewer.role === 'OPERATOR' && row.isSealed ? t('quarantine.sealed') : null}</small>
      ) : null}
      {row.discardReason ? <q>{row.discardReason}</q> : null}
      {row.resolvedAt && row.resolvedBy ? (
        <small>
          {t('quarantine.resolved', { by: row.resolvedBy, at: format.dateTime(row.resolvedAt, shop.zone) })}
        </small>
      ) : null}
    </>
  );
}
