import { Card } from '../../card/Card.tsx';
import type { Definition } from '../../filters/shop-context.tsx';
import { useText } from '../../i18n/index.ts';
import classes from './index.module.css';
import type { Guide } from './use-guide.ts';

/** The meaning in both languages, the formula in words and as SQL, and which rows count. */
export function ReckonedCard({ definition, guide }: { definition: Definition; guide: Guide }) {
  const { t, pick, lang } = useText();
  const other = lang === 'en' ? 'zh' : 'en';
  return (
    <>
      <Card title={t('guide.meaning')} sub={definition.id}>
        <p className={classes.words}>{pick(definition.description)}</p>
        <p className={classes.other} lang={other}>
          {t('guide.otherLanguage')} · {definition.title[other]} · {definition.description[other]}
        </p>
        {definition.notes.length > 0 ? (
          <ul className={classes.list}>
            {definition.notes.map((note) => (
              <li key={note.en}>{pick(note)}</li>
            ))}
          </ul>
        ) : null}
      </Card>
      <Card title={t('guide.formula')} sub={t('guide.formulaSub')}>
        <p className={classes.words}>{pick(guide.formula)}</p>
        <p className={classes.other} lang={other}>
          {guide.formula[other]}
        </p>
        {guide.sql.map((sql, at) => (
          <div key={sql}>
            {guide.sql.length > 1 ? (
              <h3 className={classes.label}>{t(at === 0 ? 'guide.numeratorSql' : 'guide.denominatorSql')}</h3>
            ) : null}
            <pre className={classes.sql} data-testid="guide-sql">
              {sql}
            </pre>
          </div>
        ))}
        <h3 className={classes.label}>{t('guide.eligibility')}</h3>
        <ul className={classes.list}>
          {guide.eligibility.map((rule) => (
            <li key={rule.en}>{pick(rule)}</li>
          ))}
        </ul>
      </Card>
    </>
  );
}
