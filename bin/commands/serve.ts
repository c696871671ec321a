import { type Command, InvalidArgumentError } from 'commander';
import { runAction } from '../cli/action.ts';

export function port(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0 || value > 65_535)
    throw new InvalidArgumentError('It must be a port number (0 to 65535).');
  return value;
}

export function serveCommand(program: Command): void {
  program
    .command('serve')
    .description('Serve the API and the dashboard on one port, until stopped.')
    .option('--port <n>', 'port (default: PORT, else 4000; 0 takes any free one)', port)
    .option('--host <address>', 'address to listen on (default: HOST, else 127.0.0.1)')
    .addHelpText(
      'after',
      '\nExamples:\n  npm run rapport -- serve\n  DATABASE_URL=postgres://… HOST=0.0.0.0 npm run rapport -- serve --port 8080',
    )
    .action((options: { port?: number; host?: string }) =>
      runAction(false, async (run) => (await import('../serving/serve.ts')).serve(run, options)),
    );
}
