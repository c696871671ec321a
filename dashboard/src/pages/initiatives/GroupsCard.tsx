import { Card } from '../../card/Card.tsx';
import { Rows } from '../../card/Rows.tsx';
import { useFormat } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import { sumOf } from '../../metric/reckon.ts';
import classes from './index.module.css';
import type { Study } from './use-initiatives.ts';

/** With whom it is compared, and who was left out for which reason. */
export function GroupsCard({ study }: { study: Study }) {
  const { t, pick } = useText();
  const format = useFormat();
  const { metric, controls, leftOut } = study;
  const told = (figure: Study['controls'][number]['after']) =>
    figure && metric ? format.value(figure.value, metric) : format.noValue();
  return (
    <Card
      title={t('initiatives.groups', { n: format.count(controls.length) })}
      sub={t('initiatives.groupsSub')}
      note={
        leftOut.length > 0 ? (
          <span className={classes.leftOut}>
            {t('initiatives.leftOut')}{' '}
            {leftOut.map((group) => (
              <span key={group.code}>
                {pick(group.label)}{' '}
                <small>({[pick(group.reasonLabel), group.initiative].filter(Boolean).join(': ')})</small>
              </span>
            ))}
          </span>
        ) : null
      }
    >
      <div className={classes.tall}>
        <Rows
          columns={[
            { label: t('initiatives.group') },
            { label: t('initiatives.before'), right: true },
            { label: t('initiatives.after'), right: true },
            { label: t('initiatives.rows'), right: true },
          ]}
          rows={controls.map(({ code, label, before, after }) => ({
            key: code,
            cells: [
              pick(label),
              told(before),
              told(after),
              format.count(sumOf([before, after], (side) => side?.rows ?? 0)),
            ],
          }))}
          empty={t('initiatives.noGroups')}
        />
      </div>
    </Card>
  );
}
