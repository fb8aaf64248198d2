// Bundles the front end of stored pages: node build.mjs OUTPUT_FOLDER   (scripts/build_front.py runs it)
import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as esbuild from 'esbuild';

const here = import.meta.dirname;
const output = process.argv[2];

// What stands for a package. See the files for the reason of each.
const INSTEAD = {
  jquery: 'element_list.js',
  underscore: 'underscore.js',
  'sanitize-html': 'sanitize.js',
  '@jupyterlab/apputils': 'apputils.js',
  '@jupyterlab/services': 'services.js',
  '@jupyterlab/translation': 'node_modules/@jupyterlab/translation/lib/base.js',
  path: 'node_modules/path-browserify/index.js',
};

// What is changed in a package: each text must be there exactly once, else the build fails.
const CHANGES = {
  'anywidget/dist/index.js': [
    // An AMD module; nothing here loads such.
    ['define(["@jupyter-widgets/base"], widget_default);', 'export default widget_default;'],
    // A view tells when it is drawn or broken, instead of throwing where nobody listens.
    ['throwAnywidgetError(result.error);\n', 'view.failed(result.error);\n'],
    ['.catch((error) => throwAnywidgetError(error));', '.then(() => view.stands(), (error) => view.failed(error));'],
    // A module that takes longer than 2 s to begin would never hear Python again.
    ['AbortSignal.timeout(2e3)', 'AbortSignal.timeout(6e4)'],
    ['this.ready = resolvers.promise;\n    this.#signal', 'this.ready = resolvers.promise;\n    this.ready.catch(() => {});\n    this.#signal'],
    ['setWidgetResult({ status: "error", error });', 'setWidgetResult({ status: "error", error });\n          resolvers.reject(error);'],
  ],
};

// All that the official packages do with what element_list.js stands for.
const WITH_JQUERY = /\$el\.(?!empty\(\))\w+|(?<![\w$])\$\.\w+/;

const file = (name) => path.join(here, name);
const inPackages = /node_modules\/((?:@[^/]+\/)?[^/]+)\/(.*)$/;

async function changed(args) {
  const [, name, rest] = inPackages.exec(args.path.replaceAll('\\', '/')) ?? [];
  const changes = CHANGES[`${name}/${rest}`];
  const checked = /^(@jupyter-widgets\/(base|controls|output|base-manager)|anywidget)$/.test(name);
  if (!changes && !checked) return undefined;
  let contents = await readFile(args.path, 'utf8');
  const code = contents.replace(/\/\*[^]*?\*\/|\/\/.*|`[^`]*`/g, '');
  const stranger = checked && WITH_JQUERY.exec(code);
  if (stranger) throw new Error(`${args.path}: "${stranger[0]}" is more of jQuery than element_list.js has`);
  for (const [from, to] of changes ?? []) {
    if (contents.split(from).length !== 2) throw new Error(`${args.path}: not exactly once: ${from}`);
    contents = contents.replace(from, () => to);
  }
  return { contents, loader: 'js' };
}

const ours = {
  name: 'ours',
  setup(build) {
    for (const [name, stand] of Object.entries(INSTEAD)) {
      build.onResolve({ filter: new RegExp(`^${name}$`) }, () => ({ path: file(stand) }));
    }
    // One file of Lumino's distribution holds all of it; of its sources, only what is used comes along.
    build.onResolve({ filter: /^@lumino\/(widgets|algorithm|domutils)$/ }, async ({ path: name }) => ({
      path: file(`node_modules/${name}/src/index.ts`),
      sideEffects: false,
    }));
    build.onResolve({ filter: /^\.\//, namespace: 'file' }, ({ path: name, resolveDir }) =>
      /@lumino\/\w+\/src$/.test(resolveDir.replaceAll('\\', '/'))
        ? { path: path.join(resolveDir, `${name}.ts`), sideEffects: false }
        : undefined,
    );
    build.onLoad({ filter: /node_modules.*\.js$/ }, changed);
  },
};

const options = {
  absWorkingDir: here,
  bundle: true,
  minify: true,
  charset: 'utf8',
  target: 'es2020',
  legalComments: 'none', // all licences stand in LICENSES.txt
  outdir: output,
  metafile: true,
  logLevel: 'warning',
  loader: { '.svg': 'dataurl', '.png': 'dataurl' },
  define: { 'process.env.NODE_ENV': '"production"' },
  plugins: [ours],
};

const sheets = await esbuild.build({ ...options, entryPoints: ['controls.css', 'output.css'] });
const code = await esbuild.build({
  ...options,
  entryPoints: ['page.js'],
  format: 'esm',
  splitting: true,
  entryNames: '[name]',
  chunkNames: '[name]-[hash]',
});

// The entry only imports a piece that the other pieces import too. Together they are one file, and one journey less over
// a hall's Wi-Fi: a module may import itself.
const outputs = code.metafile.outputs;
const entryInputs = Object.values(outputs).flatMap(({ inputs: used }) => Object.keys(used));
const at = (name) => Object.keys(outputs).find((file) => path.basename(file) === name);
const [shared] = outputs[at('page.js')].imports.map(({ path: file }) => path.basename(file));
const [entry, pieces] = await Promise.all(['page.js', shared].map((name) => readFile(path.join(output, name), 'utf8')));
const [, names, body] = /^import\{([^}]*)\}from"[^"]*";([^]*)$/.exec(entry);
if (/\bitself\b|^import\b/m.test(pieces + body)) throw new Error('page.js cannot be joined to what it imports');
const taken = names.replaceAll(' as ', ':');
const joined = `${pieces.trimEnd()}import*as itself from"./page.js";(()=>{const{${taken}}=itself;${body.trimEnd()}})();\n`;
await writeFile(path.join(output, 'page.js'), joined);
await rm(path.join(output, shared));
for (const file of Object.keys(outputs)) {
  outputs[file].imports = outputs[file].imports.map((one) => ({ ...one, path: one.path.replace(shared, 'page.js') }));
  const name = path.basename(file);
  if (name === 'page.js' || name === shared) continue;
  const text = await readFile(path.join(output, name), 'utf8');
  await writeFile(path.join(output, name), text.replaceAll(`"./${shared}"`, '"./page.js"'));
}
outputs[at('page.js')] = outputs[at(shared)];
delete outputs[at(shared)];

// What it was made of (for the licences), and which file imports which.
const inputs = [sheets, code].flatMap(({ metafile: { outputs: made } }) =>
  Object.values(made).flatMap(({ inputs: used }) => Object.keys(used)),
);
const made = { inputs: [...new Set([...inputs, ...entryInputs])].sort(), outputs };
await writeFile(path.join(output, 'made.json'), JSON.stringify(made));
