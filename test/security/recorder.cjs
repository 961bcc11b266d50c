// Loaded before a program: writes down each path that it opens or lists, and each process or connection that it starts.
const fs = require('node:fs');
const { appendFileSync } = fs;
const log = process.env.SEAWORTHY_RECORD;
let isWriting = false;

function record(what, target) {
  if (isWriting) return;
  isWriting = true;
  appendFileSync(log, `${JSON.stringify([what, String(target)])}\n`);
  isWriting = false;
}

function watch(module, names, what) {
  for (const name of names) {
    const original = module[name];
    module[name] = function (...args) {
      record(
        what,
        typeof args[0] === 'object' && args[0] !== null ? (args[0].path ?? JSON.stringify(args[0])) : args[0],
      );
      return original.apply(this, args);
    };
  }
}

watch(
  fs,
  ['openSync', 'open', 'readFileSync', 'readFile', 'readdirSync', 'readdir', 'createReadStream'],
  'read',
);
watch(fs.promises, ['open', 'readFile', 'readdir'], 'read');
watch(fs, ['writeFileSync', 'writeFile', 'renameSync', 'unlinkSync', 'rmSync', 'mkdirSync'], 'write');
watch(fs.promises, ['writeFile', 'rename', 'unlink', 'rm', 'mkdir'], 'write');
watch(
  require('node:child_process'),
  ['spawn', 'spawnSync', 'exec', 'execSync', 'execFile', 'execFileSync', 'fork'],
  'run',
);
watch(require('node:net').Socket.prototype, ['connect'], 'connect');
watch(require('node:dgram'), ['createSocket'], 'connect');
watch(require('node:dns'), ['lookup', 'resolve'], 'connect');
