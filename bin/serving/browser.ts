import { spawn } from 'node:child_process';

/** Opens the page where a person sits before a screen; a machine without one (or without the opener) just goes on. */
export function openBrowser(url: string): void {
  if (!process.stdout.isTTY) return;
  const opener = process.platform === 'darwin' ? 'open' : 'xdg-open';
  const child = spawn(opener, [url], { stdio: 'ignore', detached: true });
  child.once('error', () => undefined);
  child.unref();
}
