// The rules as a bundle of their own, dist/rules.js, which the programs for Node.js share.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'acorn';
import esbuild from 'esbuild';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const server = path.join(root, 'server');

/** What the server imports of the library, and of the parser that the library has in it. */
const shared = /\/rules\/|^yaml$/;

/** Takes what is shared from the other bundle, with the code that an earlier run has compiled. */
export const shareRules = {
  name: 'share-rules',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: shared }, ({ importer }) =>
      importer.startsWith(server) ? { path: 'rules', namespace: 'shared' } : undefined,
    );
    // With a name for each export, what is shared is called as directly as what is not.
    onLoad({ filter: /./, namespace: 'shared' }, () => {
      const files = serverFiles();
      return {
        contents: `import path from 'node:path';
          import { loadCompiled } from './files/code-cache';
          const all = loadCompiled(path.join(__dirname, 'rules.js'));
          ${linesOf(files, ({ name }) => `export const ${name} = all.${name};`)}`,
        resolveDir: server,
        watchFiles: files,
      };
    });
  },
};

const serverFiles = () =>
  readdirSync(server, { recursive: true })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => path.join(server, file));

/** The names that a file takes from others; types are no names any more. */
function importsOf(file) {
  const { code } = esbuild.transformSync(readFileSync(file, 'utf8'), { loader: 'ts', target: 'esnext' });
  const { body } = parse(code, { ecmaVersion: 'latest', sourceType: 'module' });
  return body
    .filter(({ type, source }) => source && type !== 'ExportAllDeclaration' && shared.test(source.value))
    .flatMap(({ source, specifiers }) =>
      specifiers.map(({ imported, local }) => ({
        name: (imported ?? local).name,
        from:
          source.value === 'yaml'
            ? 'yaml'
            : `./${path.relative(root, path.resolve(file, '..', source.value))}`,
      })),
    );
}

/** A line for each name that files take, each once. */
const linesOf = (files, lineOf) => [...new Set(files.flatMap(importsOf).map(lineOf))].sort().join('\n');

/** A module with all that the server takes of the library. Where a file asks for more, it is made again. */
export const sharedRules = {
  name: 'shared-rules',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^shared-rules$/ }, ({ path: name }) => ({ path: name, namespace: name }));
    onLoad({ filter: /./, namespace: 'shared-rules' }, () => {
      const files = serverFiles();
      const contents = linesOf(files, ({ name, from }) => `export { ${name} } from '${from}';`);
      return { contents, resolveDir: root, watchFiles: files };
    });
  },
};
