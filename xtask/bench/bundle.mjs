// Puts the page and each engine, as one module, into the folder that is served.
//
// node bundle.mjs '{"engines": [{"id", "modules"}], "memcon": FOLDER, "folder": FOLDER, "esbuild": NODE_MODULES}'

import { cp, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { load } from '../measure/modules.mjs';

const { engines, memcon, folder, esbuild: bundler } = JSON.parse(process.argv[2]);
const here = dirname(fileURLToPath(import.meta.url));
const { build } = await load(bundler, 'esbuild');
await cp(join(here, 'page'), folder, { recursive: true });
for (const { id, modules } of engines) {
  await build({
    entryPoints: [join(here, 'peers', `${id}.mjs`)],
    outfile: join(folder, 'engines', `${id}.js`),
    nodePaths: modules ? [modules] : [],
    alias: { 'memcon-engine': join(memcon, 'memcon_bench.js') },
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'esnext',
    // Names that are looked for in the page's own folder.
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
  });
}
await cp(join(memcon, 'memcon_bench_bg.wasm'), join(folder, 'engines', 'memcon_bench_bg.wasm'));
const sqlite = engines.find(({ id }) => id === 'sqlite');
if (sqlite) {
  const dist = join(sqlite.modules, '@sqlite.org', 'sqlite-wasm', 'dist');
  for (const name of await readdir(dist)) if (name.endsWith('.wasm')) await cp(join(dist, name), join(folder, 'engines', name));
}
