import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runNode, toolPath } from './command.ts';
import { temporaryPlace } from './place.ts';

export interface SuiteResult {
  passed: number;
  failed: number;
  skipped: string[];
}

interface Report {
  success: boolean;
  testResults: {
    name: string;
    status: string;
    message?: string;
    assertionResults: { fullName: string; status: 'passed' | 'failed' | 'skipped' | 'pending' | 'todo' | 'disabled' }[];
  }[];
}

function count(report: Report): SuiteResult {
  const tests = report.testResults.flatMap((file) => file.assertionResults);
  const failed = tests.filter((test) => test.status === 'failed').length;
  // A file that could not be loaded has no tests to fail, and an error between tests belongs to none: both are failures.
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed'),
  ).length;
  return {
    passed: tests.filter((test) => test.status === 'passed').length,
    failed: failed + broken + (!report.success && failed + broken === 0 ? 1 : 0),
    skipped: tests.filter((test) => test.status !== 'passed' && test.status !== 'failed').map((test) => test.fullName),
  };
}

/** Every vitest project: units, what needs PostgreSQL, what needs a browser. `filters` are parts of file names. */
export async function runSuite(filters: string[]): Promise<SuiteResult> {
  const place = await temporaryPlace();
  const file = join(place.path, 'report.json');
  try {
    const { code } = await runNode(
      [
        await toolPath('.', 'vitest', 'vitest'),
        'run',
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${file}`,
        ...filters,
      ],
      { live: true, env: { TMPDIR: place.path } },
    );
    const text = await readFile(file, 'utf8').catch(() => null);
    if (text === null) return { passed: 0, failed: 1, skipped: [] };
    const result = count(JSON.parse(text) as Report);
    return code !== 0 && result.failed === 0 ? { ...result, failed: 1 } : result;
  } finally {
    await place.remove();
  }
}
