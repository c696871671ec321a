import { globSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseAst } from 'vite';
import { describe, expect, it } from 'vitest';

const src = import.meta.dirname;

/** Numbers of the API that measure nothing, or share their name with a place on the screen. */
const unlike: ReadonlySet<string> = new Set(['version', 'left']);

/** Fields of the API that carry a figure. */
const figures: ReadonlySet<string> = new Set(
  readFileSync(join(src, '../../api/schema.graphql'), 'utf8')
    .split(/\n(?=(?:type|input|enum|scalar|union|interface|"""|schema)\b)/)
    .filter((part) => /^type (?!Query|Mutation)/m.test(part))
    .flatMap((part) => [...part.matchAll(/^ {2}(\w+)(?:\([^)]*\))?: \[?(?:Int|Float)!?\]?!?$/gm)])
    .flatMap(([, name = '']) => (unlike.has(name) ? [] : [name])),
);

const ARITHMETIC = new Set(['+', '-', '*', '/', '%', '**', '+=', '-=', '*=', '/=', '%=', '**=']);

interface Node {
  type: string;
  start: number;
  [key: string]: unknown;
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value;

const inside = (node: Node): Node[] => Object.values(node).flat().filter(isNode);

/** The name of a figure that takes part in the expression as it stands: `point.value`, or `value` taken out of it. What a call makes of it is a text. */
function figureIn(node: Node): string | undefined {
  if (node.type === 'Identifier') return figures.has(String(node['name'])) ? String(node['name']) : undefined;
  if (node.type === 'MemberExpression') {
    const { property } = node;
    return node['computed'] !== true && isNode(property) ? figureIn(property) : undefined;
  }
  if (/^(CallExpression|NewExpression|ConditionalExpression|JSX|Arrow|Function|Template|Object)/.test(node.type))
    return undefined;
  return inside(node).map(figureIn).find(Boolean);
}

/** Each piece of arithmetic on a figure, by its line. */
function arithmeticIn(code: string): string[] {
  const found: string[] = [];
  const visit = (node: Node): void => {
    if (/^(Binary|Assignment)Expression$/.test(node.type) && ARITHMETIC.has(String(node['operator']))) {
      const name = [node['left'], node['right']].filter(isNode).map(figureIn).find(Boolean);
      if (name) found.push(`line ${code.slice(0, node.start).split('\n').length}: ${name}`);
    }
    inside(node).forEach(visit);
  };
  visit(parseAst(code, { lang: 'tsx' }) as unknown as Node);
  return found;
}

describe('components', () => {
  it('draw figures and never reckon with them: what a figure is, the API says, and what a card makes of it, a module beside it', () => {
    const components = globSync('{answer,card,case,estimate,figure-change,metric,pages,promise,run}/**/*.tsx', {
      cwd: src,
    });
    expect(components.length).toBeGreaterThan(200);
    expect(figures.size).toBeGreaterThan(100);
    const found = components.flatMap((file) =>
      arithmeticIn(readFileSync(join(src, file), 'utf8')).map((each) => `${relative('.', file)} ${each}`),
    );
    expect(found).toEqual([]);
  });

  it.each([
    ['a member', 'const A = ({ p }) => <b>{p.numerator / p.denominator}</b>;', ['line 1: numerator']],
    ['what was taken out of it', 'const A = ({ value }) =>\n  <b>{100 * value}</b>;', ['line 2: value']],
    ['one that may be absent', 'const A = ({ p }) => <b>{1 - (p?.share ?? 0)}</b>;', ['line 1: share']],
    ['a sum', 'let all = 0;\nfor (const p of ps) all += p.orders;', ['line 2: orders']],
    ['none in a place or a text', 'const A = ({ p, at }) => <b key={at + 1}>{f.count(p.orders) + " orders"}</b>;', []],
  ])('are found to reckon with %s', (_, code, found) => {
    expect(arithmeticIn(code)).toEqual(found);
  });
});
