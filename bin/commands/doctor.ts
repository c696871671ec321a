import type { Command } from 'commander';
import { runAction } from '../cli/action.ts';
import { EXIT } from '../cli/failures.ts';
import { diagnose } from '../doctor/diagnose.ts';

const MARKS = { ok: '✓', note: '·', problem: '✗' } as const;

export function doctorCommand(program: Command): void {
  program
    .command('doctor')
    .description('Check this machine and installation: environment, disk, memory, database, dashboard, port.')
    .option('--json', 'print the result as JSON on the last line')
    .action((options: { json?: boolean }) =>
      runAction(options.json, async ({ config, output }) => {
        const findings = await diagnose(config);
        for (const finding of findings) output.say(`${MARKS[finding.state]} ${finding.subject}: ${finding.text}`);
        const problems = findings.filter((finding) => finding.state === 'problem').length;
        output.say(
          problems === 0
            ? 'Nothing stands in the way.'
            : `${problems} ${problems === 1 ? 'thing stands' : 'things stand'} in the way.`,
        );
        output.result({ findings });
        return problems === 0 ? EXIT.ok : EXIT.failed;
      }),
    );
}
