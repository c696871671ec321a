import { Argument, type Command, Option } from 'commander';
import { roles } from '@rapport/model/vocabulary';
import type { Pool } from 'pg';
import { UsageError } from '../config.ts';
import { runWithDatabase } from '../cli/action.ts';
import { readServing } from '../cli/serving.ts';
import { listUsers } from '../readers/users.reader.ts';

const roleOption = (): Option => new Option('--role <role>', 'what it may see').choices(Object.keys(roles));
const JSON_OPTION = ['--json', 'print the result as JSON on the last line'] as const;

interface Json {
  json?: boolean;
}

interface NewKey {
  role?: string;
  forSource?: string;
  label: string;
  days?: number;
}

async function createKey(pool: Pool, { role, forSource, label, days }: NewKey) {
  const { createApiKey, createFeedKey } = await import('@rapport/api');
  const expiry = days === undefined ? {} : { expiresInDays: days };
  if (forSource !== undefined) {
    const { isPushedTo } = await import('@rapport/etl');
    if (!isPushedTo(forSource))
      throw new UsageError(`${forSource} takes no pushed rows.\n  → Its source.yaml must say "push: true".`);
    return createFeedKey(pool, { source: forSource, label, ...expiry });
  }
  if (role !== undefined) return createApiKey(pool, { role, label, ...expiry });
  throw new UsageError('What may the key do?\n  → Give --role, or --for-source for one that brings rows.');
}

function keyCommands(program: Command): void {
  const key = program
    .command('key')
    .description('API keys for scripts and notebooks: create, list, revoke.')
    .helpCommand(false);
  key
    .command('create')
    .description('Create an API key. It is shown once and kept only as a hash.')
    .addOption(roleOption().conflicts('forSource'))
    .option('--for-source <name>', 'brings rows of this source by POST /ingest/<feed>, and reads nothing')
    .option('--label <text>', 'what it is for', 'command line')
    .option('--days <n>', 'expires after this many days (default: never)', Number)
    .option(...JSON_OPTION)
    .addHelpText(
      'after',
      '\nExamples:\n  npm run --silent rapport -- key create --role analyst --json\n  npm run --silent rapport -- key create --for-source till --json\nThen send it as "Authorization: Bearer <key>".',
    )
    .action((options: Json & NewKey) =>
      runWithDatabase(options.json, async ({ database, output }) => {
        const { createdAt: _, lastUsedAt: __, revokedAt: ___, ...made } = await createKey(database.pool, options);
        const what = 'role' in made ? made.role : `rows of ${made.source}`;
        if (options.json !== true) output.say(`Key for ${what} (${made.label}), shown only now:\n\n  ${made.key}\n`);
        output.result(made);
      }),
    );
  key
    .command('list')
    .description('List the keys by their prefix; the keys themselves are not kept.')
    .option(...JSON_OPTION)
    .action((options: Json) =>
      runWithDatabase(options.json, async ({ database, output }) => {
        const { listApiKeys, listFeedKeys } = await import('@rapport/api');
        const keys = [...(await listApiKeys(database.pool)), ...(await listFeedKeys(database.pool))];
        output.table(
          ['prefix', 'may', 'label', 'created', 'last used', 'expires', 'revoked'],
          keys.map((k) => [
            k.prefix,
            'role' in k ? `read as ${k.role}` : `bring rows of ${k.source}`,
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
    .description('Revoke a key; running servers refuse it within seconds.')
    .argument('<prefix>', 'as shown by "key list"')
    .option(...JSON_OPTION)
    .action((prefix: string, options: Json) =>
      runWithDatabase(options.json, async ({ database, output }) => {
        const { revokeApiKey, revokeFeedKey } = await import('@rapport/api');
        const revoke = prefix.startsWith('rpf_') ? revokeFeedKey : revokeApiKey;
        const revoked = await revoke(database.pool, prefix);
        output.say(`Revoked ${revoked.prefix} (${revoked.label}).`);
        output.result({ prefix: revoked.prefix, revokedAt: revoked.revokedAt });
      }),
    );
}

function userCommands(program: Command): void {
  const user = program.command('user').description('People who sign in: create, list.').helpCommand(false);
  user
    .command('create')
    .description('Create a user. Sign them in with "rapport link".')
    .argument('<name>')
    .addOption(roleOption().makeOptionMandatory())
    .option(...JSON_OPTION)
    .addHelpText('after', '\nExample:\n  npm run rapport -- user create "Li Na" --role executive')
    .action((name: string, options: Json & { role: string }) =>
      runWithDatabase(options.json, async ({ database, output }) => {
        const { createUser } = await import('@rapport/api');
        const made = await createUser(database.pool, { name, role: options.role });
        output.say(`Created ${made.name} (${made.role}).`);
        output.result(made);
      }),
    );
  user
    .command('list')
    .description('List the users and their roles.')
    .option(...JSON_OPTION)
    .action((options: Json) =>
      runWithDatabase(options.json, async ({ database, output }) => {
        const users = await listUsers(database.pool);
        output.table(
          ['name', 'role', 'created', 'disabled'],
          users.map((u) => [u.name, u.role, u.createdAt, u.disabledAt]),
        );
        output.result({ users });
      }),
    );
}

function linkCommand(program: Command): void {
  program
    .command('link')
    .description('Print a link that signs a user in once.')
    .addArgument(new Argument('<user>', 'name of the user'))
    .addOption(roleOption())
    .option('--minutes <n>', 'valid for this long', Number, 15)
    .option(...JSON_OPTION)
    .addHelpText(
      'after',
      '\nExample:\n  npm run rapport -- link "Li Na"\nWith --role a user who does not exist yet is created.',
    )
    .action((user: string, options: Json & { role?: string; minutes: number }) =>
      runWithDatabase(options.json, async ({ config, database, output }) => {
        const { createSignInLink } = await import('@rapport/api');
        const role = options.role === undefined ? {} : { role: options.role };
        const link = await createSignInLink(database.pool, { user, minutes: options.minutes, ...role });
        const base = config.publicUrl ?? (await readServing(config.home))?.url ?? `http://127.0.0.1:${config.port}`;
        output.say(
          `Signs ${link.user.name} (${link.user.role}) in once, within ${options.minutes} minutes:\n\n  ${base}${link.path}\n`,
        );
        output.result({
          url: `${base}${link.path}`,
          user: link.user.name,
          role: link.user.role,
          expiresAt: link.expiresAt,
        });
      }),
    );
}

export function accessCommands(program: Command): void {
  userCommands(program);
  linkCommand(program);
  keyCommands(program);
}
