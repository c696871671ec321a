import { startApi } from '@rapport/api';

// A process of its own, as in an installation: what it holds in memory is what an export makes it hold.
const [databaseUrl = '', directory = ''] = process.argv.slice(2);
const api = await startApi({
  databaseUrl,
  port: 0,
  costPerMinute: 1e9,
  exports: { directory, costPerHour: 1e9, mostMb: 10_000 },
  log: (line) => process.stderr.write(`${JSON.stringify(line)}\n`),
});
let watch: NodeJS.Timeout | undefined;
let highest = 0;
let before = { rss: 0, cpu: process.cpuUsage() };
process.on('message', (message) => {
  if (message === 'watch') {
    before = { rss: process.memoryUsage.rss(), cpu: process.cpuUsage() };
    highest = before.rss;
    watch = setInterval(() => (highest = Math.max(highest, process.memoryUsage.rss())), 50);
  }
  if (message === 'told') {
    clearInterval(watch);
    const { user, system } = process.cpuUsage(before.cpu);
    process.send?.({ before: before.rss, highest, cpuSeconds: (user + system) / 1e6 });
  }
  if (message === 'stop') void api.close().then(() => process.exit(0));
});
// Whoever asks may be gone.
process.on('disconnect', () => process.exit(0));
process.send?.({ url: api.url });
