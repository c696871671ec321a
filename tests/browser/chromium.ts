import { chromium, type Browser } from 'playwright-core';
import { extractChromium } from './config.ts';

export const CHROMIUM_FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
];

export interface OpenBrowser {
  browser: Browser;
  close(): Promise<void>;
}

export async function openChromium(): Promise<OpenBrowser> {
  const binary = await extractChromium();
  try {
    const browser = await chromium.launch({
      executablePath: binary.path,
      env: binary.env,
      args: CHROMIUM_FLAGS,
      headless: true,
    });
    return {
      browser,
      close: async () => {
        await browser.close();
        await binary.remove();
      },
    };
  } catch (error) {
    await binary.remove();
    throw error;
  }
}
