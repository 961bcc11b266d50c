// Writes rules/data/api-fields.json: the fields of the built-in kinds that rules look at, with their types, read from
// the models that the Kubernetes project generates from its OpenAPI document (npm package @kubernetes/client-node).
// Run by hand when a newer release is out: node scripts/field-table.mjs [version of the package]
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const version = process.argv[2] ?? '2.0.1';
const target = fileURLToPath(new URL('../rules/data/api-fields.json', import.meta.url));

/** By API version: the kinds whose fields are told. */
const roots = {
  v1: [
    'Pod',
    'ReplicationController',
    'Service',
    'ServiceAccount',
    'ConfigMap',
    'Secret',
    'Namespace',
    'LimitRange',
  ],
  'apps/v1': ['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet'],
  'batch/v1': ['Job', 'CronJob'],
  'networking.k8s.io/v1': ['NetworkPolicy', 'Ingress'],
  'rbac.authorization.k8s.io/v1': ['Role', 'ClusterRole', 'RoleBinding', 'ClusterRoleBinding'],
  'policy/v1': ['PodDisruptionBudget'],
};

/** Fields that hold quantities, which the generated models call strings. */
const quantities = new Set([
  'limits',
  'requests',
  'overhead',
  'sizeLimit',
  'divisor',
  'max',
  'min',
  'default',
]);

const shortName = (model) => model.replace(/^(?:Core|Rbac|Events|Discovery)?V1/, '');

const folder = mkdtempSync(path.join(tmpdir(), 'field-table-'));
try {
  execFileSync('npm', ['pack', `@kubernetes/client-node@${version}`, '--silent'], { cwd: folder });
  const archive = readdirSync(folder).find((file) => file.endsWith('.tgz'));
  execFileSync('tar', ['xzf', archive], { cwd: folder });
  writeTable(path.join(folder, 'package/dist/gen/models'));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function writeTable(models) {
  const types = {};
  const kinds = {};
  for (const [apiVersion, names] of Object.entries(roots))
    for (const name of names) {
      kinds[`${apiVersion} ${name}`] = name;
      collect(models, `V1${name}`, types);
    }
  const release = /OpenAPI spec version: release-([\d.]+)/.exec(
    readFileSync(path.join(models, 'V1Pod.js'), 'utf8'),
  );
  const table = {
    source: `@kubernetes/client-node ${version}, generated from the OpenAPI document of Kubernetes`,
    kubernetes: release[1],
    date: new Date().toISOString().slice(0, 10),
    kinds,
    types: Object.fromEntries(Object.entries(types).sort(([a], [b]) => (a < b ? -1 : 1))),
  };
  writeFileSync(target, `${JSON.stringify(table, undefined, 1)}\n`);
}

/** A type and all that it holds; what only the cluster writes (status) is left out. */
function collect(models, model, types) {
  const name = shortName(model);
  if (types[name]) return;
  const fields = {};
  types[name] = fields;
  for (const { baseName, type } of attributesOf(models, model)) {
    if (baseName === 'status' || baseName === 'managedFields') continue;
    fields[baseName] = typeOf(models, baseName, type);
    const inner = type.replace(/^Array<(.*)>$/, '$1');
    if (existsSync(path.join(models, `${inner}.js`))) collect(models, inner, types);
  }
}

function attributesOf(models, model) {
  const text = readFileSync(path.join(models, `${model}.js`), 'utf8');
  const found = /attributeTypeMap = (\[[\s\S]*?\n\]);/.exec(text);
  return found ? JSON.parse(found[1]) : [];
}

/** `string`, `boolean`, `number`, `quantity`, `any`, a type's name; `[]` behind it for lists, `{}` for maps. */
function typeOf(models, name, type) {
  const list = /^Array<(.*)>$/.exec(type)?.[1];
  if (list !== undefined) return `${typeOf(models, name, list)}[]`;
  const map = /^\{ \[key: string\]: (.*?);? \}$/.exec(type)?.[1];
  if (map !== undefined) return map.startsWith('Array') ? 'any{}' : `${typeOf(models, name, map)}{}`;
  if (type === 'string' && quantities.has(name)) return 'quantity';
  if (type === 'string' || type === 'boolean' || type === 'number') return type;
  return existsSync(path.join(models, `${type}.js`)) ? shortName(type) : 'any';
}
