// Asks citeproc-js for citations: JSON in, JSON out. The package's folder is the argument.
const CSL = require(process.argv[2]);
const asked = JSON.parse(require('fs').readFileSync(0, 'utf8'));
const items = {};
const engines = {};

// An engine is slow to make: one for each style, which is told of one item at a time.
function engine(style) {
  if (!engines[style]) {
    const sys = { retrieveLocale: () => asked.locale, retrieveItem: (id) => items[id] };
    engines[style] = new CSL.Engine(sys, asked.styles[style], 'en-US', true);
    engines[style].setOutputFormat('text');
  }
  return engines[style];
}

function cite({ style, item, locator, list }, place) {
  const id = `item-${place}`;
  items[id] = { ...item, id };
  const processor = engine(style);
  processor.updateItems([id]);
  if (list) {
    const made = processor.makeBibliography();
    return made ? made[1].join('') : '';
  }
  return processor.makeCitationCluster([locator ? { id, locator, label: 'custom' } : { id }]);
}

process.stdout.write(JSON.stringify(asked.jobs.map((job, place) => {
  try {
    return cite(job, place).trim();
  } catch (fault) {
    return `citeproc-js fails: ${fault}`;
  }
})));
