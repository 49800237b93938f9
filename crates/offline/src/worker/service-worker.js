// The service worker: keeps the site for reading offline. Written into the site's root by memcon-offline, which says
// below which files there are; any change in them is a new version, with a cache of its own.
//
// A kept page comes from the cache first, without asking the network. With the network first, a page of a new version
// could meet a program or a record of the old one, kept or half fetched: names of records hold no hash. So a version is
// used whole until its successor is wholly there, and the reader says when to go over. For the same reason a file is
// kept only if its content has the hash that the list names, and a record only with all of its files.

const LIST = '{{list}}';
const SCOPE = self.registration.scope;
const CACHES = `memcon ${SCOPE} `;
const CACHE = CACHES + LIST;
/** How many records are fetched at once when all are to be kept. */
const LANES = 4;

addEventListener('install', (event) => event.waitUntil(install()));
addEventListener('activate', (event) => event.waitUntil(activate()));
addEventListener('fetch', (event) => {
  const { request } = event;
  const address = within(request.url);
  if (request.method === 'GET' && address !== null) event.respondWith(answer(request, address));
});
addEventListener('message', (event) => event.waitUntil(obey(event.data, (message) => event.source?.postMessage(message))));

async function install() {
  const cache = await caches.open(CACHE);
  const response = await fetch(at(LIST), { cache: 'no-cache' });
  if (!response.ok) throw new Error(`${LIST}: ${response.status}`);
  await cache.put(at(LIST), response);
  const { shell } = await list();
  await keepFiles(shell);
  // What a reader has kept stays kept; if it cannot be had, this version waits for another attempt.
  await carryOver();
}

async function activate() {
  // What was kept while this version was waiting.
  await carryOver().catch(() => {});
  for (const name of await former()) await caches.delete(name);
  // Also the page that brought the worker: it can then read on without a network.
  await self.clients.claim();
}

async function obey(message, reply) {
  if (message?.type === 'use-now') await self.skipWaiting();
  if (message?.type === 'visited') await keep(record(message.address)).catch(() => {});
  if (message?.type === 'keep-all') await keepAll(reply);
  if (message?.type === 'state') reply({ type: 'state', done: (await kept()).length, of: (await ids()).length });
}

/** The address within the site, or null; `a/index.html` is the same as `a/`, and a question does not matter. */
function within(url) {
  const bare = url.split(/[?#]/)[0];
  return bare.startsWith(SCOPE) ? bare.slice(SCOPE.length).replace(/(^|\/)index\.html$/, '$1') : null;
}

function at(address) {
  return new URL(address || './', SCOPE).href;
}

/** The record that an address belongs to. */
function record(address) {
  const [, id] = /^records\/([^/.]+)[/.]/.exec(address) ?? [];
  return id === 'index' ? undefined : id;
}

let known;
/** The list of files; the browser ends a worker at will, so it is read again when there is need. */
function list() {
  known ??= caches.match(at(LIST), { cacheName: CACHE }).then((response) => response.json());
  known.catch(() => (known = undefined));
  return known;
}

async function ids() {
  return Object.keys((await list()).records);
}

async function answer(request, address) {
  const cached = await fromCache(address).catch(() => undefined);
  if (cached) return cached;
  try {
    return await fetch(request);
  } catch (fault) {
    if (request.mode !== 'navigate') throw fault;
    // A host would send the browser from a folder to its page.
    if (record(`${address}/`) && (await fromCache(`${address}/`))) {
      return Response.redirect(at(`${address}/`) + new URL(request.url).search, 302);
    }
    return apology(request.url, address);
  }
}

async function fromCache(address) {
  const id = record(address);
  if (id && !(await isKept(id))) return undefined;
  return caches.match(at(address), { cacheName: CACHE });
}

/** Whether all files of a record are kept. */
async function isKept(id) {
  const files = Object.keys((await list()).records[id] ?? {});
  const cache = await caches.open(CACHE);
  const found = await Promise.all(files.map((address) => cache.match(at(address))));
  return found.length > 0 && found.every(Boolean);
}

async function kept() {
  const all = await ids();
  const are = await Promise.all(all.map(isKept));
  return all.filter((_, index) => are[index]);
}

async function keep(id) {
  const files = (await list()).records[id];
  if (files && !(await isKept(id))) await keepFiles(files);
}

async function keepAll(reply) {
  const waiting = await ids();
  const of = waiting.length;
  let done = 0;
  let fault;
  const lane = async () => {
    for (let id = waiting.pop(); id; id = waiting.pop()) {
      try {
        await keep(id);
        done += 1;
        reply({ type: 'progress', done, of });
      } catch (error) {
        // The others end what they have begun, and then it is said: nothing is said after it.
        fault ??= error;
        waiting.length = 0;
      }
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  reply(fault ? { type: 'not-kept', why: String(fault.message ?? fault) } : { type: 'kept', of });
}

async function keepFiles(files) {
  const cache = await caches.open(CACHE);
  await Promise.all(Object.entries(files).map(async ([address, hash]) => cache.put(at(address), await obtain(address, hash))));
}

/** The file with this content: from a cache of ours, from the browser's own, or from the host. */
async function obtain(address, hash) {
  for (const name of [CACHE, ...(await former())]) {
    const response = await caches.match(at(address), { cacheName: name });
    if (response && (await hashOf(await response.clone().arrayBuffer())) === hash) return response;
  }
  for (const cache of ['default', 'reload']) {
    const response = await fetch(at(address), { cache });
    if (!response.ok) throw new Error(`${address || 'index.html'}: the host answers ${response.status}`);
    const content = await response.arrayBuffer();
    if ((await hashOf(content)) === hash) {
      // Made anew: one that was redirected may not answer a navigation, and this one is no longer compressed.
      const headers = new Headers(response.headers);
      headers.delete('content-encoding');
      headers.delete('content-length');
      return new Response(content, { headers });
    }
  }
  throw new Error(`${address || 'index.html'} is of another version`);
}

async function hashOf(content) {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', content));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The caches of other versions of this site; other sites on the same host have their own. */
async function former() {
  return (await caches.keys()).filter((name) => name.startsWith(CACHES) && name !== CACHE);
}

/** Keeps in this version the records that a former one keeps; one that the site no longer has is forgotten. */
async function carryOver() {
  const found = new Set();
  for (const name of await former()) {
    for (const request of await (await caches.open(name)).keys()) found.add(record(within(request.url) ?? ''));
  }
  for (const id of found) await keep(id);
}

/** The page for what is not kept, with a list of the records that are. */
async function apology(url, address) {
  const page = await (await caches.match(at('offline.html'), { cacheName: CACHE })).text();
  const { records } = await (await caches.match(at('records/index.json'), { cacheName: CACHE })).json();
  const titles = new Map(records.map(({ id, title }) => [id, title]));
  const items = (await kept()).map((id) => `<li><a href="${escape(at(`records/${id}/`))}">${escape(titles.get(id) ?? id)}</a></li>`);
  const filled = page
    .replace('<!--what-->', () => escape(titles.get(record(address)) ?? ''))
    .replace('<!--kept-->', () => items.join('\n') || '<li>None yet.</li>')
    .replace('{{again}}', () => escape(url))
    .replace('{{root}}', () => escape(SCOPE));
  return new Response(filled, { status: 503, statusText: 'Offline', headers: { 'content-type': 'text/html; charset=utf-8' } });
}

function escape(text) {
  return text.replace(/[&<>"]/g, (mark) => `&#${mark.charCodeAt(0)};`);
}
