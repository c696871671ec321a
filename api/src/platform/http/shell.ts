import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance, FastifyReply } from 'fastify';
import fastifyStatic from '@fastify/static';

const notBuilt = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Rapport</title>
<p>The API is running; the dashboard has not been built.</p><p lang="zh-CN">接口已运行，仪表盘尚未构建。</p></html>`;

/** The dashboard: its assets never change under a name, its one page answers every path the browser may be on. */
export async function serveShell(
  app: FastifyInstance,
  dashboardDir: string | undefined,
): Promise<(reply: FastifyReply) => unknown> {
  const built = dashboardDir !== undefined && existsSync(join(dashboardDir, 'index.html'));
  if (!built) return (reply) => reply.type('text/html; charset=utf-8').send(notBuilt);

  await app.register(fastifyStatic, {
    root: dashboardDir,
    wildcard: false,
    globIgnore: ['assets/**'],
    index: false,
    setHeaders: (reply) => void reply.header('cache-control', 'no-cache'),
  });
  // Looked up on every request: a dashboard that is built anew meanwhile has other assets.
  await app.register(fastifyStatic, {
    root: join(dashboardDir, 'assets'),
    prefix: '/assets/',
    // The build lays them there packed; where it did not, they are packed as they are sent.
    preCompressed: true,
    decorateReply: false,
    index: false,
    dotfiles: 'ignore',
    setHeaders: (reply) => void reply.header('cache-control', 'public, max-age=31536000, immutable'),
  });
  return (reply) => reply.sendFile('index.html');
}
