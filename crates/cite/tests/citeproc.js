// Asks citeproc-js for citations: JSON in, JSON out. The package's folder is the argument.
const CSL = require(process.argv[2]);
const asked = JSON.parse(require('fs').readFileSync(0, 'utf8'));
const engines = {};

function cite({ style, item, locator, list }) {
  const sys = { retrieveLocale: () => asked.locale, retrieveItem: () => item };
  const engine = new CSL.Engine(sys, asked.styles[style], 'en-US', true);
  engine.setOutputFormat('text');
  engine.updateItems([item.id]);
  if (list) {
    const made = engine.makeBibliography();
    return made ? made[1].join('') : '';
  }
  const cited = { id: item.id };
  if (locator) Object.assign(cited, { locator, label: 'custom' });
  return engine.makeCitationCluster([cited]);
}

process.stdout.write(JSON.stringify(asked.jobs.map((job) => {
  try {
    return cite(job).trim();
  } catch (fault) {
    return `citeproc-js fails: ${fault}`;
  }
})));
