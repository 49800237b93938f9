// Records of many turns, for the site that is measured.
//
// node record.mjs '{"turns": FILE or null, "sizes": […], "into": FOLDER}'

import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { turns } from './turns.mjs';

const { turns: file, sizes, into } = JSON.parse(process.argv[2]);
await mkdir(into, { recursive: true });
const all = await turns(file, Math.max(...sizes));
for (const size of sizes) {
  const some = all.slice(0, size);
  const people = new Map();
  for (const [name] of some) if (!people.has(name)) people.set(name, `p${people.size + 1}`);
  const record = {
    format: 'memcon-record/1',
    id: `bench-${size}`,
    title: `${some.length} turns to measure with`,
    language: 'en',
    provenance: {},
    participants: [...people].map(([name, id]) => ({ id, name, presence: 'speaks-only' })),
    blocks: some.map(([name, text], at) => ({
      id: `t${at + 1}`,
      kind: 'turn',
      speaker: people.get(name),
      label: name,
      mode: 'verbatim',
      paragraphs: [[{ text }]],
    })),
  };
  await writeFile(join(into, `${record.id}.json`), JSON.stringify(record));
}
