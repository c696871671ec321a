/** Whoever starts the build, a test run among them, gets the React that readers get: not the one that does everything twice to find faults. */
export function forReaders(): void {
  process.env['NODE_ENV'] = 'production';
}
