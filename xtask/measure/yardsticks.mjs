// Two pages of the same record to measure the site beside: its text as a bare HTML file, which is the limit, and a small
// list in React, which is what people would write.
//
// node yardsticks.mjs '{"record": FILE, "into": FOLDER, "esbuild": NODE_MODULES, "react": NODE_MODULES}'

import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { load } from './modules.mjs';

const { record: file, into, esbuild: bundler, react } = JSON.parse(process.argv[2]);
const here = dirname(fileURLToPath(import.meta.url));
const record = JSON.parse(await readFile(file, 'utf8'));

const escape = (text) => text.replace(/[&<>"]/g, (mark) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[mark]);
const paragraph = (runs) => runs.map((run) => run.text).join('');
const head = `<!doctype html>
<html lang="${escape(record.language ?? 'en')}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="${escape(record.summary ?? record.title)}">
<link rel="icon" href="data:,">
<title>${escape(record.title)}</title>
`;

const blocks = record.blocks.map((block) => {
  const label = block.label ? `<h2>${escape(block.label)}</h2>\n` : '';
  return label + (block.paragraphs ?? []).map((runs) => `<p>${escape(paragraph(runs))}</p>\n`).join('');
});
await mkdir(join(into, 'bare'), { recursive: true });
await writeFile(join(into, 'bare/index.html'), `${head}<main>\n<h1>${escape(record.title)}</h1>\n${blocks.join('')}</main>\n`);

await mkdir(join(into, 'react'), { recursive: true });
await cp(file, join(into, 'react/record.json'));
await writeFile(join(into, 'react/index.html'), `${head}<div id="root"></div>\n<script type="module" src="list.js"></script>\n`);
const { build } = await load(bundler, 'esbuild');
await build({
  entryPoints: [join(here, 'react-list.jsx')],
  outfile: join(into, 'react/list.js'),
  nodePaths: [react],
  bundle: true,
  minify: true,
  format: 'esm',
  jsx: 'automatic',
  define: { 'process.env.NODE_ENV': '"production"' },
  logLevel: 'warning',
});
