// Writes rules/data/end-of-life.json from a checkout of github.com/endoflife-date/endoflife.date:
//   node scripts/end-of-life.mjs PATH-OF-THE-CHECKOUT
// Only facts are taken: release cycles, code names, dates.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

const checkout = process.argv[2];
if (checkout === undefined) {
  console.error('Usage: node scripts/end-of-life.mjs PATH-OF-THE-CHECKOUT');
  process.exit(2);
}

/**
 * Products and the images that they come as. `until` names the field that ends free security updates: `eoes` where an
 * extended term is open to all (Debian LTS), `eol` elsewhere. `codenames` marks those whose tags use them.
 */
const products = [
  { file: 'debian', name: 'Debian', images: ['debian'], until: 'eoes', codenames: true },
  { file: 'ubuntu', name: 'Ubuntu', images: ['ubuntu'], until: 'eol', codenames: true },
  { file: 'alpine-linux', name: 'Alpine Linux', images: ['alpine'], until: 'eol' },
  { file: 'centos', name: 'CentOS', images: ['centos'], until: 'eol' },
  { file: 'fedora', name: 'Fedora', images: ['fedora'], until: 'eol' },
  { file: 'amazon-linux', name: 'Amazon Linux', images: ['amazonlinux'], until: 'eol' },
  { file: 'rocky-linux', name: 'Rocky Linux', images: ['rockylinux', 'rockylinux/rockylinux'], until: 'eol' },
  { file: 'almalinux', name: 'AlmaLinux', images: ['almalinux'], until: 'eol' },
  { file: 'oracle-linux', name: 'Oracle Linux', images: ['oraclelinux'], until: 'eol' },
  { file: 'opensuse', name: 'openSUSE', images: ['opensuse/leap'], until: 'eol' },
  { file: 'python', name: 'Python', images: ['python'], until: 'eol' },
  { file: 'nodejs', name: 'Node.js', images: ['node'], until: 'eol' },
  { file: 'php', name: 'PHP', images: ['php'], until: 'eol' },
  { file: 'ruby', name: 'Ruby', images: ['ruby'], until: 'eol' },
  { file: 'go', name: 'Go', images: ['golang'], until: 'eol' },
  { file: 'eclipse-temurin', name: 'Eclipse Temurin', images: ['eclipse-temurin'], until: 'eol' },
  {
    file: 'dotnet',
    name: '.NET',
    images: ['dotnet/sdk', 'dotnet/aspnet', 'dotnet/runtime', 'dotnet/runtime-deps'],
    registry: 'mcr.microsoft.com',
    until: 'eol',
  },
  { file: 'nginx', name: 'nginx', images: ['nginx', 'nginxinc/nginx-unprivileged'], until: 'eol' },
  { file: 'apache-http-server', name: 'Apache HTTP Server', images: ['httpd'], until: 'eol' },
  { file: 'postgresql', name: 'PostgreSQL', images: ['postgres'], until: 'eol' },
  { file: 'mysql', name: 'MySQL', images: ['mysql'], until: 'eol' },
  { file: 'mariadb', name: 'MariaDB', images: ['mariadb'], until: 'eol' },
  { file: 'mongodb', name: 'MongoDB', images: ['mongo'], until: 'eol' },
  { file: 'redis', name: 'Redis', images: ['redis'], until: 'eol' },
  { file: 'rabbitmq', name: 'RabbitMQ', images: ['rabbitmq'], until: 'eol' },
  { file: 'tomcat', name: 'Apache Tomcat', images: ['tomcat'], until: 'eol' },
  { file: 'elixir', name: 'Elixir', images: ['elixir'], until: 'eol' },
  { file: 'erlang', name: 'Erlang', images: ['erlang'], until: 'eol' },
  { file: 'perl', name: 'Perl', images: ['perl'], until: 'eol' },
  {
    file: 'haproxy',
    name: 'HAProxy',
    images: ['haproxy', 'haproxytech/haproxy-alpine', 'haproxytech/haproxy-debian'],
    until: 'eol',
  },
  { file: 'traefik', name: 'Traefik', images: ['traefik'], until: 'eol' },
  {
    file: 'elasticsearch',
    name: 'Elasticsearch',
    images: ['elasticsearch', 'elasticsearch/elasticsearch'],
    until: 'eol',
  },
];

const git = (...args) => execFileSync('git', ['-C', checkout, ...args], { encoding: 'utf8' });
const day = (value) => (value instanceof Date ? value.toISOString().slice(0, 10) : value);

function read({ file, until, codenames, ...product }) {
  const [, front] = git('show', `HEAD:products/${file}.md`).split(/^---$/m);
  const cycles = {};
  const names = {};
  for (const release of parse(front).releases) {
    const end = day(until === 'eoes' ? (release.eoes ?? release.eol) : release.eol);
    // `true` is an end without a date; what goes on without an end in sight is left out.
    if (end === false || end === undefined) cycles[release.releaseCycle] = null;
    else cycles[release.releaseCycle] = end === true ? '1970-01-01' : end;
    const codename = release.codename?.split(/\s+/)[0]?.toLowerCase();
    if (codenames && codename) names[codename] = release.releaseCycle;
  }
  return { ...product, cycles, ...(codenames && { names }) };
}

const table = {
  source: 'https://endoflife.date (github.com/endoflife-date/endoflife.date)',
  date: git('log', '-1', '--format=%cs').trim(),
  products: products.map(read),
};
const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
writeFileSync(path.join(root, 'rules/data/end-of-life.json'), `${JSON.stringify(table, null, 1)}\n`);
console.log(`${table.products.length} products as of ${table.date}`);
