import type { Command } from 'commander';
import { isInChain, verifyAudit } from '@rapport/model/schema';
import { runWithDatabase } from '../../cli/action.ts';
import { EXIT } from '../../cli/failures.ts';
import { JSON_OPTION, type Json } from './options.ts';

export function auditCommands(program: Command): void {
  const audit = program
    .command('audit')
    .description('What was done, by whom: nothing of it can be changed unseen.')
    .helpCommand(false);
  audit
    .command('verify')
    .description('Reckon every hash of the audit again; names each entry that was changed or removed.')
    .option('--head <hash>', 'a head printed earlier and kept elsewhere: is what it stands for still there?')
    .option(...JSON_OPTION)
    .addHelpText('after', '\nEnds with 1 where something is wrong. Keep the head it prints outside this database.')
    .action((options: Json & { head?: string }) =>
      runWithDatabase(options.json, async ({ database, output }) => {
        const chain = await verifyAudit(database.pool);
        const headFound = options.head === undefined || (await isInChain(database.pool, options.head));
        for (const { seq, auditId, fault } of chain.faults)
          output.say(`  entry ${auditId}${seq === null ? '' : ` (place ${seq})`}: ${fault}`);
        if (!headFound) output.say('  The head you kept is not in the chain: its end was cut off or written anew.');
        const holds = chain.faults.length === 0 && headFound;
        output.say(
          holds
            ? `${chain.entries} entries, unbroken. Head: ${chain.head ?? 'none yet'}`
            : 'The audit is not what it was.',
        );
        output.result({ holds, headFound, ...chain });
        return holds ? EXIT.ok : EXIT.failed;
      }),
    );
}
