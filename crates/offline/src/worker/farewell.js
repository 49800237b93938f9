// Written in place of the service worker where a site is not to be kept: takes leave of a browser that has the worker.

addEventListener('install', () => self.skipWaiting());
addEventListener('activate', (event) => event.waitUntil(leave()));

async function leave() {
  for (const name of await caches.keys()) {
    if (name.startsWith(`memcon ${registration.scope} `)) await caches.delete(name);
  }
  await registration.unregister();
}
