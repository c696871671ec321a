import { TextInput } from '@mantine/core';

import type { Role, ScopeDimension } from '../../gql/graphql.ts';
import { useText } from '../../i18n/index.ts';
import classes from './index.module.css';
import { dimensionNames, roleNames, type Rights } from './rights.ts';

interface RightsFieldsProps {
  rights: Rights;
  onChange(rights: Rights): void;
}

/** A role, what it means, and for a lead the rows. */
export function RightsFields({ rights, onChange }: RightsFieldsProps) {
  const { t } = useText();
  return (
    <>
      <label className={classes.field}>
        {t('administration.role')}
        <select
          className={classes.select}
          value={rights.role}
          onChange={(event) => onChange({ ...rights, role: event.currentTarget.value as Role })}
        >
          {roleNames.map((role) => (
            <option key={role} value={role}>
              {t(`administration.roles.${role}`)}
            </option>
          ))}
        </select>
        <small>{t(`administration.roleNotes.${rights.role}`)}</small>
      </label>
      {rights.role === 'LEAD' ? (
        <>
          <label className={classes.field}>
            {t('administration.scope')}
            <select
              className={classes.select}
              value={rights.dimension}
              onChange={(event) => onChange({ ...rights, dimension: event.currentTarget.value as ScopeDimension })}
            >
              {dimensionNames.map((dimension) => (
                <option key={dimension} value={dimension}>
                  {t(`administration.dimensions.${dimension}`)}
                </option>
              ))}
            </select>
          </label>
          <TextInput
            label={t('administration.codes')}
            placeholder="sf, yto"
            value={rights.codes}
            onChange={(event) => onChange({ ...rights, codes: event.currentTarget.value })}
          />
        </>
      ) : null}
    </>
  );
}

interface ScopeTextProps {
  scope: { dimension: ScopeDimension; values: readonly string[] } | null | undefined;
}

/** The rows of a lead; everybody else sees all that their role may. */
export function ScopeText({ scope }: ScopeTextProps) {
  const { t } = useText();
  if (!scope) return <span className={classes.quiet}>{t('administration.everything')}</span>;
  return (
    <>
      {t(`administration.dimensions.${scope.dimension}`)} <b>{scope.values.join(', ')}</b>
    </>
  );
}
