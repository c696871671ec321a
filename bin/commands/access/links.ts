import { Argument, type Command } from 'commander';
import { runWithDatabase } from '../../cli/action.ts';
import { commandLineActor } from '../../cli/actor.ts';
import { readServing } from '../../cli/serving.ts';
import { positive } from '../runs.ts';
import { JSON_OPTION, readScope, roleOption, scopeOption, type Json } from './options.ts';

export function linkCommand(program: Command): void {
  program
    .command('link')
    .description('Print a link that signs a user in once.')
    .addArgument(new Argument('<user>', 'name of the user'))
    .addOption(roleOption())
    .addOption(scopeOption())
    .option('--minutes <n>', 'valid for this long', positive, 15)
    .option(...JSON_OPTION)
    .addHelpText(
      'after',
      '\nExample:\n  npm run rapport -- link "Li Na"\nWith --role a user who does not exist yet is created.',
    )
    .action((user: string, options: Json & { role?: string; scope?: string; minutes: number }) =>
      runWithDatabase(options.json, async ({ config, database, output }) => {
        const { createSignInLink } = await import('@rapport/api');
        const role = options.role === undefined ? {} : { role: options.role, scope: readScope(options.scope) };
        const wish = { user, minutes: options.minutes, actor: commandLineActor(), ...role };
        const link = await createSignInLink(database.pool, wish);
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
