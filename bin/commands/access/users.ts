import type { Command } from 'commander';
import { runWithDatabase, type DatabaseRun } from '../../cli/action.ts';
import { commandLineActor } from '../../cli/actor.ts';
import { readSecret } from '../../cli/read-secret.ts';
import { JSON_OPTION, readScope, roleOption, scopeOption, scopeText, type Json } from './options.ts';
import { sayUnknown } from './say-unknown.ts';

function createCommand(user: Command): void {
  user
    .command('create')
    .description('Create a user. Sign them in with "rapport link".')
    .argument('<name>')
    .addOption(roleOption().makeOptionMandatory())
    .addOption(scopeOption())
    .option(...JSON_OPTION)
    .addHelpText(
      'after',
      `
Examples:
  npm run rapport -- user create "Li Na" --role executive
  npm run rapport -- user create "Wang Wei" --role lead --scope team=night`,
    )
    .action((name: string, options: Json & { role: string; scope?: string }) =>
      runWithDatabase(options.json, async ({ database, output }) => {
        const { createUser } = await import('@rapport/api');
        const scope = readScope(options.scope);
        const made = await createUser(database.pool, { name, role: options.role, scope, actor: commandLineActor() });
        output.say(`Created ${made.name} (${made.role}).`);
        await sayUnknown(database.pool, made.scope, output.say);
        output.result(made);
      }),
    );
}

async function change({ database, output }: DatabaseRun, name: string, wanted: object): Promise<void> {
  const { changeUser } = await import('@rapport/api');
  const changed = await changeUser(database.pool, name, wanted, commandLineActor());
  output.say(
    `${changed.name} is ${changed.role}${changed.scope ? ` of ${scopeText(changed.scope)}` : ''}. All their sessions have ended.`,
  );
  await sayUnknown(database.pool, changed.scope, output.say);
  output.result(changed);
}

function changeCommands(user: Command): void {
  user
    .command('change')
    .description('Change what a user may see. All their sessions end.')
    .argument('<name>')
    .addOption(roleOption())
    .addOption(scopeOption())
    .option(...JSON_OPTION)
    .action((name: string, options: Json & { role?: string; scope?: string }) =>
      runWithDatabase(options.json, (run) =>
        change(run, name, {
          role: options.role,
          ...(options.scope === undefined ? {} : { scope: readScope(options.scope) }),
        }),
      ),
    );
  for (const [verb, disabled, told] of [
    ['disable', true, 'Keep a user out. All their sessions end.'],
    ['enable', false, 'Let a disabled user in again.'],
  ] as const) {
    user
      .command(verb)
      .description(told)
      .argument('<name>')
      .option(...JSON_OPTION)
      .action((name: string, options: Json) => runWithDatabase(options.json, (run) => change(run, name, { disabled })));
  }
  user
    .command('password')
    .description('Set the password of a local account; it is read from standard input, never from the command line.')
    .argument('<name>')
    .option('--remove', 'they sign in by link or identity provider only')
    .option(...JSON_OPTION)
    .addHelpText('after', '\nExample:\n  npm run --silent rapport -- user password "Li Na" < password.txt')
    .action((name: string, options: Json & { remove?: boolean }) =>
      runWithDatabase(options.json, async ({ database, output }) => {
        const { setPassword } = await import('@rapport/api');
        const password = options.remove === true ? null : await readSecret(`New password of ${name}`);
        await setPassword(database.pool, name, password, commandLineActor());
        output.say(
          password === null ? `${name} has no password any more.` : `Set. All sessions of ${name} have ended.`,
        );
        output.result({ name, password: password !== null });
      }),
    );
}

export function userCommands(program: Command): void {
  const user = program
    .command('user')
    .description('People who sign in: create, list, change, disable, enable, password.')
    .helpCommand(false);
  createCommand(user);
  changeCommands(user);
  user
    .command('list')
    .description('List the users and their roles.')
    .option(...JSON_OPTION)
    .action((options: Json) =>
      runWithDatabase(options.json, async ({ database, output }) => {
        const { listKnownUsers } = await import('@rapport/api');
        const users = await listKnownUsers(database.pool);
        output.table(
          ['name', 'role', 'scope', 'password', 'provider', 'created', 'disabled'],
          users.map((u) => [
            u.name,
            u.role,
            scopeText(u.scope),
            u.hasPassword ? 'yes' : '',
            u.fromProvider ? 'yes' : '',
            u.createdAt,
            u.disabledAt,
          ]),
        );
        output.result({ users });
      }),
    );
}
