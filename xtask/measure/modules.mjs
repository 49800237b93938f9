// Packages of npm, which xtask keeps outside of the project: Node looks for modules beside the script only.

import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Imports `name`, a package or a file in one, from a folder `node_modules`. */
export async function load(folder, name) {
  const file = createRequire(join(folder, 'x')).resolve(name);
  const module = await import(pathToFileURL(file));
  // A package written in CommonJS is its default export.
  return module.default?.launch || module.default?.build ? module.default : module;
}
