import { Argument, type Command, Option } from 'commander';
import { roles } from '@rapport/model/vocabulary';
import { runWithDatabase } from '../cli/action.ts';
import { readServing } from '../cli/serving.ts';
import { listUsers } from '../readers/users.reader.ts';

const roleOption = (): Option => new Option('--role <role>', 'what it may see').choices(Object.keys(roles));
const JSON_OPTION = ['--json', 'print the result as JSON on the last line'] as const;

interface Json {
  json?: boolean;
}

function keyCommands(program: Command): void {
  const key = program
    .command('key')
    .description('API keys for scripts and notebooks: create, list, revoke.')
    .helpCommand(false);
  key
    .command('create')
    .description('Create an API key. It is shown once and kept only as a hash.')
    .addOption(roleOption().makeOptionMandatory())
    .option('--label <text>', 'what it is for', 'command line')
    .option('--days <n>', 'expires after this many days (default: never)', Number)
    .option(...JSON_OPTION)
    .addHelpText(
      'after',
      '\nExample:\n  npm run --silent rapport -- key create --role analyst --json\nThen send it as "Authorization: Bearer <key>".',
    )
    .action((options: Json & { role: string; label: string; days?: number }) =>
      runWithDatabase(options.json, async ({ database, output }) => {
        const { createApiKey } = await import('@rapport/api');
        const expiry = options.days === undefined ? {} : { expiresInDays: options.days };
        const made = await createApiKey(database.pool, { role: options.role, label: options.label, ...expiry });
        if (options.json !== true)
          output.say(`Key for ${made.role} (${made.label}), shown only now:\n\n  ${made.key}\n`);
        output.result({
          key: made.key,
          prefix: made.prefix,
          role: made.role,
          label: made.label,
          expiresAt: made.expiresAt,
        });
      }),
    );
  key
    .command('list')
    .description('List the keys by their prefix; the keys themselves are not kept.')
    .option(...JSON_OPTION)
    .action((options: Json) =>
      runWithDatabase(options.json, async ({ database, output }) => {
        const { listApiKeys } = await import('@rapport/api');
        const keys = await listApiKeys(database.pool);
        output.table(
          ['prefix', 'role', 'label', 'created', 'last used', 'expires', 'revoked'],
          keys.map((k) => [k.prefix, k.role, k.label, k.createdAt, k.lastUsedAt, k.expiresAt, k.revokedAt]),
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
        const { revokeApiKey } = await import('@rapport/api');
        const revoked = await revokeApiKey(database.pool, prefix);
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
