import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { root, runNode, toolPath, type Ended } from './command.ts';

/** One check counts as one test: it passes with a short remark, or fails with what the tool said. */
export interface Check {
  name: string;
  run(): Promise<{ passed: boolean; remark: string }>;
}

const SOURCES = ['api', 'etl', 'bin', 'dashboard', 'tests'];

const verdict = (ended: Ended, remark = ''): { passed: boolean; remark: string } =>
  ended.code === 0 ? { passed: true, remark } : { passed: false, remark: ended.output.trim() };

function tool(name: string, packageName: string, command: string, args: string[], folder = '.'): Check {
  return {
    name,
    run: async () => verdict(await runNode([await toolPath(folder, packageName, command), ...args], { cwd: folder })),
  };
}

async function countModules(): Promise<number> {
  const lists = await Promise.all(
    SOURCES.map((folder) => readdir(join(root, folder), { recursive: true, withFileTypes: true })),
  );
  return lists
    .flat()
    .filter((entry) => entry.isFile() && /\.(tsx?|mjs)$/.test(entry.name))
    .filter((entry) => !/[/\\](node_modules|dist|gql)([/\\]|$)/.test(entry.parentPath)).length;
}

interface Cruise {
  summary: {
    totalCruised: number;
    violations: { rule: { name: string }; from: string; to: string; comment?: string }[];
    ruleSetUsed: { forbidden: { name: string; comment: string }[] };
  };
}

/** dependency-cruiser that finds no compiler looks at nothing and is content: what it saw is compared with what is there. */
async function imports(): Promise<{ passed: boolean; remark: string }> {
  const path = await toolPath('.', 'dependency-cruiser', 'depcruise');
  const ended = await runNode([path, ...SOURCES, '--output-type', 'json']);
  let summary: Cruise['summary'];
  try {
    ({ summary } = JSON.parse(ended.output) as Cruise);
  } catch {
    return { passed: false, remark: ended.output.trim() };
  }
  const present = await countModules();
  if (summary.totalCruised < present) {
    return { passed: false, remark: `Only ${summary.totalCruised} of ${present} modules were looked at.` };
  }
  const reasons = new Map(summary.ruleSetUsed.forbidden.map((rule) => [rule.name, rule.comment]));
  const lines = summary.violations.map((v) => `${v.rule.name}: ${v.from} → ${v.to}\n    ${reasons.get(v.rule.name)}`);
  return lines.length === 0
    ? { passed: true, remark: `${summary.totalCruised} modules` }
    : { passed: false, remark: lines.join('\n') };
}

/** One after the other, before all others: they write what those read. */
export const making: readonly Check[] = [
  {
    name: 'dashboard builds',
    run: async () => verdict(await runNode(['--import', './bin/register.mjs', 'bin/rapport.ts', 'build'])),
  },
  tool('dashboard documents', '@graphql-codegen/cli', 'graphql-codegen', ['--config', 'codegen.ts'], 'dashboard'),
];

/** Side by side, the longest first. */
export const checks: readonly Check[] = [
  tool('lint', 'oxlint', 'oxlint', ['--deny-warnings', '--no-error-on-unmatched-pattern']),
  tool('types', 'typescript', 'tsc', ['--noEmit', '-p', 'tsconfig.json']),
  tool('types of the dashboard', 'typescript', 'tsc', ['--noEmit', '-p', 'dashboard/tsconfig.json']),
  tool('format', 'oxfmt', 'oxfmt', ['--check']),
  { name: 'imports', run: imports },
  tool('dead code', 'knip', 'knip', ['--treat-config-hints-as-errors', '--no-progress']),
  {
    name: 'api/schema.graphql is what the API prints',
    run: async () => verdict(await runNode(['--import', './bin/register.mjs', 'api/src/print-schema.ts', '--check'])),
  },
  {
    name: 'docs/api is what the schema says',
    run: async () =>
      verdict(await runNode(['--import', './bin/register.mjs', 'api/src/print-reference.ts', '--check'])),
  },
  {
    name: 'docs/feeds.md is what the contracts say',
    run: async () => verdict(await runNode(['--import', './bin/register.mjs', 'etl/src/print-feeds.ts', '--check'])),
  },
];
