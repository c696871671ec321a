import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Outcome {
  passed: number;
  /** Tests that failed by what they found, each with its first line of complaint. */
  failed: string[];
  /** Files that could not even run. */
  unrunnable: string[];
}

interface JsonReport {
  numPassedTests: number;
  testResults: {
    name: string;
    status: string;
    message: string;
    assertionResults: { fullName: string; status: string; failureMessages: string[] }[];
  }[];
}

const firstLine = (text = '') => text.split('\n')[0] ?? '';

/** Runs some of the tests in a copy of the repository, as `npm test` runs them. */
export function runTests(directory: string, paths: readonly string[]): Outcome {
  const report = join(directory, 'report.json');
  const vitest = join(directory, 'node_modules', 'vitest', 'vitest.mjs');
  spawnSync(process.execPath, [vitest, 'run', '--reporter=json', `--outputFile=${report}`, ...paths], {
    cwd: directory,
    stdio: 'ignore',
  });
  const { numPassedTests, testResults } = JSON.parse(readFileSync(report, 'utf8')) as JsonReport;
  const failed = testResults.flatMap(({ assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === 'failed')
      .map(({ fullName, failureMessages }) => `${fullName}: ${firstLine(failureMessages[0])}`),
  );
  const unrunnable = testResults
    .filter(
      ({ status, assertionResults }) => status === 'failed' && assertionResults.every((one) => one.status !== 'failed'),
    )
    .map(({ name, message }) => `${name}: ${firstLine(message)}`);
  return { passed: numPassedTests, failed, unrunnable };
}
