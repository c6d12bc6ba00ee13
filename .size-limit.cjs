const fs = require('node:fs');

/** WeChat refuses a package over 2 MB; ours stop at 1.5, so that there is room to act. */
const packageLimit = '1.5 MB';

/** A function's bundle, the SDK (1.07 MB) included; beyond it lies a slower cold start. */
const functionLimit = '1.4 MB';

// Uploads are limited by what lies on the disk, so nothing is compressed before it is measured.
const limited = (name, path, limit) => ({ name, path, limit, gzip: false, brotli: false });

/** Read from what was built, so that no new function or subpackage goes unmeasured. */
module.exports = [...packages(), ...functions()];

function packages() {
  if (!fs.existsSync('dist/weapp/app.json')) return [];
  const { subPackages = [] } = JSON.parse(fs.readFileSync('dist/weapp/app.json', 'utf8'));
  const folders = subPackages.map(({ root }) => `dist/weapp/${root}/**`);
  return [
    limited('weapp main package', ['dist/weapp/**', ...folders.map((folder) => `!${folder}`)], packageLimit),
    ...subPackages.map(({ root }, index) => limited(`weapp ${root}`, [folders[index]], packageLimit)),
  ];
}

function functions() {
  if (!fs.existsSync('dist/cloudfunctions/cloudbaserc.json')) return [];
  const built = JSON.parse(fs.readFileSync('dist/cloudfunctions/cloudbaserc.json', 'utf8')).functions;
  return built.map(({ name }) => limited(`function ${name}`, [`dist/cloudfunctions/${name}/index.js`], functionLimit));
}
