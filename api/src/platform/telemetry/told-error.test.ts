import { expect, it } from 'vitest';
import { toldError } from './told-error.ts';

const failing = (message: string, code?: string) => Object.assign(new Error(message), { code });

it('tells what went wrong without the values it went wrong with', () => {
  const { message, stack, code } = toldError(
    failing('invalid input syntax for type uuid: "张伟 13812341234"\nli.na@example.com called 138-1234-1234', '22P02'),
  );
  expect(message).toBe('Error: invalid input syntax for type uuid: "…"\n… called #');
  expect(code).toBe('22P02');
  expect(stack).toMatch(/^\s+at .*told-error\.test/);
  expect(stack).not.toMatch(/138|example/);
});
it('keeps names of ours, which say what is missing', () => {
  expect(toldError(failing('relation "core.orders" does not exist', '42P01')).message).toBe(
    'Error: relation "core.orders" does not exist',
  );
});
it('takes whatever is thrown', () => {
  expect(toldError('no "Zhang"')).toEqual({ message: 'no "…"' });
  expect(toldError(null)).toEqual({ message: 'null' });
});
