import { chromium } from 'playwright-core';
import { chromium as executable } from './paths.mjs';

/** The browser that shows the workbench. It reaches this machine and nothing else, but there what it likes. */
export async function launchBrowser() {
  const browser = await chromium.launch({ executablePath: executable(), args: ['--no-sandbox'] });
  const context = await browser.newContext({ viewport: { width: 1120, height: 700 }, bypassCSP: true });
  await context.route(
    ({ hostname, protocol }) => protocol.startsWith('http') && !isLoopback(hostname),
    (route) => route.abort(),
  );
  return { newPage: () => context.newPage(), close: () => browser.close() };
}

const isLoopback = (host) => host === '127.0.0.1' || host === 'localhost' || host.endsWith('.localhost');
