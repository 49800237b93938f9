// A browser for one measurement: its own profile, so that nothing is remembered from an earlier one.

import { load } from './modules.mjs';

/** Starts a browser, lets `use` have it, and ends it whatever happens. */
export async function withBrowser(setting, use) {
  // The one that Lighthouse itself drives the browser with.
  const puppeteer = await load(setting.lighthouse, 'puppeteer-core');
  const browser = await puppeteer.launch({
    executablePath: setting.browser,
    args: setting.arguments,
    protocolTimeout: 240_000,
  });
  try {
    return await use(browser);
  } finally {
    await browser.close();
  }
}
