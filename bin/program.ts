import { Command } from 'commander';
import { accessCommands } from './commands/access/index.ts';
import { alertsCommand } from './commands/alerts.ts';
import { backfillCommand } from './commands/backfill.ts';
import { buildCommand } from './commands/build.ts';
import { demoCommand } from './commands/demo.ts';
import { doctorCommand } from './commands/doctor.ts';
import { freshnessCommand } from './commands/freshness.ts';
import { generateCommand } from './commands/generate.ts';
import { guardsCommand } from './commands/guards.ts';
import { ingestCommand } from './commands/ingest.ts';
import { migrateCommand } from './commands/migrate.ts';
import { pushCommand } from './commands/push.ts';
import { quarantineCommand } from './commands/quarantine/index.ts';
import { queryCommand } from './commands/query/index.ts';
import { replayCommand } from './commands/replay.ts';
import { runsCommand } from './commands/runs.ts';
import { serveCommand } from './commands/serve.ts';
import { sourcesCommands } from './commands/sources.ts';
import { reportsCommand } from './commands/reports.ts';
import { rollupsCommand } from './commands/rollups.ts';
import { verifyCommand } from './commands/verify.ts';
import { workerCommand } from './commands/worker.ts';
import { EXIT } from './cli/failures.ts';

/** One command, as it was typed; its exit code is the process’s. */
export async function runProgram(argv: string[] = process.argv): Promise<void> {
  const program = new Command('rapport')
    .description('Customer experience of a shop: orders in, metrics and journeys out.')
    .helpCommand(false)
    // "worker status --json": the option is the inner command's, though "worker" has one of that name.
    .enablePositionalOptions()
    .showHelpAfterError('\nAdd --help to any command for its options and examples.')
    .exitOverride()
    .addHelpText(
      'after',
      `
  Run as:  npm run rapport -- <command>        (npm run --silent … where a script reads the output)

  With --json the last line of standard output is the result, for machines; everything else goes to standard error.
  Exit codes:  0 done · 1 failed · 2 wrong input · 3 database not reachable · 4 port taken or already served · 130 interrupted
  Environment: RAPPORT_HOME, PORT, DATABASE_URL and others, explained in .env.example`,
    );

  for (const register of [
    demoCommand,
    serveCommand,
    workerCommand,
    backfillCommand,
    ingestCommand,
    sourcesCommands,
    runsCommand,
    quarantineCommand,
    pushCommand,
    guardsCommand,
    alertsCommand,
    reportsCommand,
    freshnessCommand,
    replayCommand,
    rollupsCommand,
    verifyCommand,
    queryCommand,
    accessCommands,
    generateCommand,
    buildCommand,
    migrateCommand,
    doctorCommand,
  ]) {
    register(program);
  }

  try {
    await program.parseAsync(argv);
  } catch (error) {
    // Commander has printed what was wrong, or the help that was asked for.
    const asked = (error as { exitCode?: number }).exitCode === 0;
    process.exitCode = asked ? EXIT.ok : EXIT.usage;
  }
}
