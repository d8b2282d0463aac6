'use strict';

const { join } = require('node:path');
const { pathToFileURL } = require('node:url');

/**
 * `import()` of a module of Node's, or of a file in the folder of what was built. It is in a file of its own, since an old Node, which
 * has to get as far as saying that it is too old, cannot parse `import()`.
 */
exports.loadModule = (specifier, folder) =>
  import(specifier.startsWith('./') ? pathToFileURL(join(folder, specifier)).href : specifier);
