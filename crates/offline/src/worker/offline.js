// The page's side of the service worker: brings it, says when there is a newer version, and on the list of records
// offers to keep them all. The program adds this script once it has started, so that it delays nothing; whatever fails
// here, the page is as it was.

(() => {
  const html = document.documentElement;
  const place = document.getElementById('offline');
  const root = new URL(html.dataset.root, location.href);
  const address = location.href.split(/[?#]/)[0].slice(root.href.length);

  const make = (name, attributes, ...children) => {
    const element = document.createElement(name);
    for (const attribute of Object.entries(attributes)) element.setAttribute(...attribute);
    element.append(...children);
    return element;
  };
  const button = (text, act) => {
    const made = make('button', { class: 'plain', type: 'button' }, text);
    made.addEventListener('click', act);
    return made;
  };

  const begin = async () => {
    const { serviceWorker } = navigator;
    // The first worker takes over the page that brought it: only a later one is of another version.
    let hadOne = serviceWorker.controller !== null;
    let leaving = false;
    serviceWorker.addEventListener('controllerchange', () => {
      if (hadOne && !leaving) {
        leaving = true;
        location.reload();
      }
      hadOne = true;
    });
    const registration = await serviceWorker.register(new URL('service-worker.js', root), {
      scope: root.href,
      updateViaCache: 'none',
    });

    const use = (worker) => {
      hadOne = true;
      worker.postMessage({ type: 'use-now' });
    };
    const look = () => {
      if (registration.waiting && registration.active) tellOfNewer(() => use(registration.waiting));
    };
    registration.addEventListener('updatefound', () => registration.installing?.addEventListener('statechange', look));
    registration.installing?.addEventListener('statechange', look);
    look();

    const { active } = await serviceWorker.ready;
    if (address === '' || address === 'index.html') offerAll(serviceWorker, active);
    else active.postMessage({ type: 'visited', address });
  };

  const tellOfNewer = (use) => {
    if (place.querySelector('.newer')) return;
    const notice = make('p', { class: 'notice newer' }, make('span', {}, 'A newer version is ready.'), button('Use it', use));
    notice.append(button('Later', () => notice.remove()));
    // A change is read out only in what was there before.
    const box = make('div', { class: 'notices', role: 'status' });
    place.append(box);
    requestAnimationFrame(() => box.append(notice));
  };

  /** On the list of records: how many are kept, and a button to keep all. */
  const offerAll = (serviceWorker, worker) => {
    const said = make('span', { role: 'status' });
    const keep = button('Keep all records for offline reading', () => {
      keep.disabled = true;
      worker.postMessage({ type: 'keep-all' });
    });
    const tell = ({ done, of }) => {
      said.textContent = `${done} of ${of} ${of === 1 ? 'record' : 'records'} kept on this device.`;
    };
    const answers = {
      state: ({ done, of }) => {
        if (of === 0) return;
        tell({ done, of });
        keep.hidden = done === of;
        place.append(make('section', { class: 'keep', 'aria-label': 'Reading offline' }, keep, said));
      },
      progress: tell,
      kept: ({ of }) => {
        tell({ done: of, of });
        keep.hidden = true;
      },
      'not-kept': ({ why }) => {
        said.textContent = `Not all records could be kept: ${why}.`;
        keep.disabled = false;
      },
    };
    serviceWorker.addEventListener('message', ({ data }) => answers[data?.type]?.(data));
    serviceWorker.startMessages();
    worker.postMessage({ type: 'state' });
  };

  // Browsers have workers only where a page came safely, and may refuse them, as private windows do.
  const quietly = () => begin().catch(() => {});
  if (!place || !isSecureContext || !('serviceWorker' in navigator)) return;
  if ('requestIdleCallback' in window) requestIdleCallback(quietly, { timeout: 10_000 });
  else setTimeout(quietly, 2000);
})();
