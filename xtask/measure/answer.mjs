// How long until the filter answers: from the start of the navigation until the word typed into the search box has
// changed the page. The network and the processor are really slowed down, as in the browser's developer tools.

import { withBrowser } from './browser.mjs';
import { load } from './modules.mjs';

const WORD = 'fertilizer';
/** How long the state must stay for the page to have answered, in milliseconds, when nothing is slowed down. */
const SETTLED = 1500;
const PATIENCE = 120_000;

/** What the page says once `WORD` has been typed and everything has come to rest. */
export async function settled(setting, { url, box, state }) {
  return withBrowser(setting, async (browser) => {
    const page = await browser.newPage();
    await page.goto(url, { waitUntil: 'networkidle0', timeout: PATIENCE });
    const before = await page.evaluate(state);
    await page.type(box, WORD);
    let seen = await page.evaluate(state);
    for (let since = Date.now(); Date.now() - since < SETTLED; ) {
      await new Promise((done) => setTimeout(done, 50));
      const now = await page.evaluate(state);
      if (now !== seen) [seen, since] = [now, Date.now()];
    }
    if (seen === before) throw new Error(`${url}: typing “${WORD}” into ${box} changes nothing: ${state} is “${seen}”`);
    return seen;
  });
}

/** Milliseconds from the start of the navigation until the page says `expected`. */
export async function answers(setting, { url, box, state }, expected) {
  const constants = await load(setting.lighthouse, 'lighthouse/core/config/constants.js');
  const { rttMs, throughputKbps, requestLatencyMs, downloadThroughputKbps, uploadThroughputKbps, cpuSlowdownMultiplier } =
    constants.throttling.mobileSlow4G;
  if (!rttMs || !throughputKbps) throw new Error('Lighthouse no longer says what slow 4G is');
  const { width, height, deviceScaleFactor } = constants.screenEmulationMetrics.mobile;
  return withBrowser(setting, async (browser) => {
    const page = await browser.newPage();
    await page.setViewport({ width, height, deviceScaleFactor, isMobile: true, hasTouch: true });
    const devtools = await page.createCDPSession();
    const bytesPerSecond = (kilobits) => (kilobits * 1024) / 8;
    await devtools.send('Network.enable');
    await devtools.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: requestLatencyMs,
      downloadThroughput: bytesPerSecond(downloadThroughputKbps),
      uploadThroughput: bytesPerSecond(uploadThroughputKbps),
    });
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: cpuSlowdownMultiplier });
    // Written into the script: the page's content security policy forbids to evaluate text.
    const given = [box, expected, WORD].map((value) => JSON.stringify(value));
    await page.evaluateOnNewDocument(`(${watch})(() => ${state}, ${given})`);
    const loaded = page.goto(url, { timeout: PATIENCE });
    // As soon as there is a box to type into, as a reader does who has come to search.
    const field = await page.waitForSelector(box, { visible: true, timeout: PATIENCE });
    await field.type(WORD);
    await loaded;
    const answered = await page.waitForFunction('window.answered', { timeout: PATIENCE, polling: 100 }).catch(async () => {
      const seen = await page.evaluate(state).catch(String);
      throw new Error(`${url}: after ${PATIENCE / 1000} s ${state} is “${seen}”, not “${expected}”`);
    });
    return answered.jsonValue();
  });
}

/** In the page: notes when it says what is expected, at the frame that shows it. */
function watch(state, box, expected, word) {
  const look = () => {
    try {
      if (document.querySelector(box)?.value === word && state() === expected) {
        window.answered = performance.now();
        return;
      }
    } catch {
      // What is looked at is not there yet.
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
