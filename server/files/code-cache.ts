import {
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import Module, { createRequire } from 'node:module';
import path from 'node:path';
import { Script } from 'node:vm';
import { isMainThread } from 'node:worker_threads';
import { cacheFolder, removeQuietly } from './cache-folder';
import { hashOf } from './hash';

/** How long a program runs before what it has compiled is kept: most of what it needs has been called by then. */
const settled = 5_000;

/** Compiled code that nobody has made anew for so long goes. */
const maxAge = 30 * 86_400_000;

interface CompileCaching {
  enableCompileCache?(folder: string): unknown;
}

/**
 * Loads a bundle with the code that an earlier run has compiled, which takes a half of the time. Newer versions of Node.js
 * do so themselves. It is a help only: without a folder to write to, the bundle is compiled anew each time.
 */
export function loadCompiled(file: string): unknown {
  const require = createRequire(file);
  const folder = path.join(cacheFolder(process.env, process.platform), 'code');
  if (process.env.NODE_DISABLE_COMPILE_CACHE || !isOurs(folder)) return require(file);
  const { enableCompileCache } = Module as CompileCaching;
  if (enableCompileCache) {
    enableCompileCache(folder);
    return require(file);
  }
  const code = readFileSync(file);
  const kept = path.join(folder, `${hashOf(`${process.version} ${process.arch} ${hashOf(code)}`)}.code`);
  const cachedData = read(kept);
  const script = new Script(Module.wrap(code.toString()), {
    filename: file,
    ...(cachedData && { cachedData }),
  });
  if (isMainThread && (!cachedData || script.cachedDataRejected)) keepLater(script, folder, kept);
  const module = { exports: {} };
  script.runInThisContext().call(module.exports, module.exports, require, module, file, path.dirname(file));
  return module.exports;
}

/** Compiled code is run as it is: only what nobody else can have written is taken. True where there is nothing yet. */
function isOurs(folder: string): boolean {
  try {
    const about = lstatSync(folder, { throwIfNoEntry: false });
    if (!about || process.getuid === undefined) return true;
    return about.isDirectory() && about.uid === process.getuid() && (about.mode & 0o022) === 0;
  } catch {
    return false;
  }
}

/** What is kept, behind its check sum: the engine itself would run whatever stands there. */
function read(file: string): Buffer | undefined {
  try {
    const bytes = readFileSync(file);
    const code = bytes.subarray(sumLength);
    return bytes.toString('latin1', 0, sumLength) === hashOf(code) ? code : undefined;
  } catch {
    return undefined;
  }
}

const sumLength = 43;

/** Once: when the program has settled, or when it ends before. */
function keepLater(script: Script, folder: string, file: string): void {
  const end = (): void => {
    clearTimeout(timer);
    process.off('exit', end);
    keep(script, folder, file);
  };
  const timer = setTimeout(end, settled).unref();
  process.on('exit', end);
}

function keep(script: Script, folder: string, file: string): void {
  const temporary = `${file}.${process.pid}.tmp`;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const code = script.createCachedData();
    writeFileSync(temporary, Buffer.concat([Buffer.from(hashOf(code)), code]), { mode: 0o600 });
    renameSync(temporary, file);
    for (const name of readdirSync(folder)) {
      const other = path.join(folder, name);
      if (/\.(?:code|tmp)$/.test(name) && statSync(other).mtimeMs < Date.now() - maxAge) rmSync(other);
    }
  } catch {
    removeQuietly(temporary);
  }
}
