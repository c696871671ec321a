import type { Command } from 'commander';
import { keyScopes } from '@rapport/model/vocabulary';
import type { Pool } from 'pg';
import { runWithDatabase } from '../../cli/action.ts';
import { commandLineActor } from '../../cli/actor.ts';
import { UsageError } from '../../config.ts';
import { positive } from '../runs.ts';
import { JSON_OPTION, readScope, roleOption, scopeOption, scopeText, type Json } from './options.ts';
import { sayUnknown } from './say-unknown.ts';

interface NewKey {
  role?: string;
  scope?: string;
  only?: string;
  forSource?: string;
  label: string;
  days?: number;
}

async function createKey(pool: Pool, { role, scope, only, forSource, label, days }: NewKey) {
  const { createApiKey, createFeedKey } = await import('@rapport/api');
  const expiry = days === undefined ? {} : { expiresInDays: days };
  if (forSource !== undefined) {
    const { isPushedTo } = await import('@rapport/etl');
    if (!isPushedTo(forSource))
      throw new UsageError(`${forSource} takes no pushed rows.\n  → Its source.yaml must say "push: true".`);
    return createFeedKey(pool, { source: forSource, label, ...expiry });
  }
  if (role === undefined)
    throw new UsageError('What may the key do?\n  → Give --role, or --for-source for one that brings rows.');
  const scopes = only?.split(',').map((name) => name.trim()) ?? null;
  return createApiKey(pool, { role, label, scope: readScope(scope), scopes, actor: commandLineActor(), ...expiry });
}

function createCommand(key: Command): void {
  key
    .command('create')
    .description('Create an API key. It is shown once and kept only as a hash.')
    .addOption(roleOption().conflicts('forSource'))
    .addOption(scopeOption().conflicts('forSource'))
    .option('--only <scopes>', `what of its role it may use: ${keyScopes.join(', ')} (default: all)`)
    .option('--for-source <name>', 'brings rows of this source by POST /ingest/<feed>, and reads nothing')
    .option('--label <text>', 'what it is for', 'command line')
    .option('--days <n>', 'expires after this many days (default: never)', positive)
    .option(...JSON_OPTION)
    .addHelpText(
      'after',
      `
Examples:
  npm run --silent rapport -- key create --role analyst --json
  npm run --silent rapport -- key create --role analyst --only figures --days 90 --label "board pack"
  npm run --silent rapport -- key create --role lead --scope carrier=sf,yto
  npm run --silent rapport -- key create --for-source till --json
Then send it as "Authorization: Bearer <key>".`,
    )
    .action((options: Json & NewKey) =>
      runWithDatabase(options.json, async ({ database, output }) => {
        const { createdAt: _, lastUsedAt: __, revokedAt: ___, ...made } = await createKey(database.pool, options);
        const what = 'role' in made ? made.role : `rows of ${made.source}`;
        if (options.json !== true) output.say(`Key for ${what} (${made.label}), shown only now:\n\n  ${made.key}\n`);
        if ('scope' in made) await sayUnknown(database.pool, made.scope, output.say);
        output.result(made);
      }),
    );
}

export function keyCommands(program: Command): void {
  const key = program
    .command('key')
    .description('API keys for scripts and notebooks: create, list, revoke.')
    .helpCommand(false);
  createCommand(key);
  key
    .command('list')
    .description('List the keys by their prefix; the keys themselves are not kept.')
    .option(...JSON_OPTION)
    .action((options: Json) =>
      runWithDatabase(options.json, async ({ database, output }) => {
        const { listApiKeys, listFeedKeys } = await import('@rapport/api');
        const keys = [...(await listApiKeys(database.pool)), ...(await listFeedKeys(database.pool))];
        output.table(
          ['prefix', 'may', 'scope', 'only', 'label', 'created', 'last used', 'expires', 'revoked'],
          keys.map((k) => [
            k.prefix,
            'role' in k ? `read as ${k.role}` : `bring rows of ${k.source}`,
            'role' in k ? scopeText(k.scope) : '',
            'role' in k ? (k.scopes?.join(',') ?? '') : '',
            k.label,
            k.createdAt,
            k.lastUsedAt,
            k.expiresAt,
            k.revokedAt,
          ]),
        );
        output.result({ keys });
      }),
    );
  key
    .command('revoke')
    .description('Revoke a key; running servers refuse it within five seconds.')
    .argument('<prefix>', 'as shown by "key list"')
    .option(...JSON_OPTION)
    .action((prefix: string, options: Json) =>
      runWithDatabase(options.json, async ({ database, output }) => {
        const { revokeApiKey, revokeFeedKey } = await import('@rapport/api');
        const revoke = prefix.startsWith('rpf_') ? revokeFeedKey : revokeApiKey;
        const revoked = await revoke(database.pool, prefix, commandLineActor());
        output.say(`Revoked ${revoked.prefix} (${revoked.label}).`);
        output.result({ prefix: revoked.prefix, revokedAt: revoked.revokedAt });
      }),
    );
}
