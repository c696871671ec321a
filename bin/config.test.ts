import { expect, it } from 'vitest';
import { readConfig } from './config.ts';

function mistakesOf(env: Record<string, string>): Error {
  try {
    readConfig(env);
  } catch (error) {
    return error as Error;
  }
  throw new Error('nothing was found wrong');
}

it('needs nothing: every variable has a default', () => {
  const config = readConfig({});
  expect([config.port, config.host, config.databaseUrl]).toEqual([4000, '127.0.0.1', null]);
  expect(config.home).toBe(`${config.root}/.rapport`);
});

it('takes an empty variable for one that is not set', () => {
  expect(readConfig({ PORT: '', DATABASE_URL: '', RAPPORT_HOME: '' })).toMatchObject({ port: 4000, databaseUrl: null });
});

it('names every mistake at once, and no value', () => {
  const broken = {
    PORT: '70000',
    DATABASE_URL: 'mysql://secret',
    RAPPORT_PUBLIC_URL: 'secret',
    RAPPORT_TRUST_PROXY: 'secret',
  };
  const { message } = mistakesOf(broken);
  for (const name of Object.keys(broken)) expect(message).toContain(`${name}: `);
  expect(message).not.toMatch(/secret|70000/);
});

it('sees a path from where the user typed it', () => {
  expect(readConfig({ INIT_CWD: '/data' }).fromUser('olist')).toBe('/data/olist');
  expect(readConfig({ INIT_CWD: '/data' }).fromUser('/other')).toBe('/other');
});
