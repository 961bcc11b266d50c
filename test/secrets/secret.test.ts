import { describe, expect, it } from 'vitest';
import { classifySecret, findSecrets, isSecretName, secretsInArguments } from '../../rules/secrets';

const githubToken = 'ghp_x7Kq2mW9rT4vB8nL1cZ6yH3jF5dG0sPaQeRu';
const jwt = [
  'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9',
  'eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkFubmEifQ',
  'dQw4w9WgXcQ7Kq2mW9rT4vB8nL1cZ6yH3jF5dG0sPaQ',
].join('.');
const privateKey = `-----BEGIN RSA PRIVATE KEY-----\n${'MIIEpAIBAAKCAQEA7bq9Xc2Lk8Vw'.repeat(2)}\n-----END RSA PRIVATE KEY-----`;

describe('names', () => {
  it.each([
    'DB_PASSWORD',
    'dbPassword',
    'password',
    'API_KEY',
    'apiKey',
    'AWS_SECRET_ACCESS_KEY',
    'PASSWORD2',
  ])('%s holds a secret', (name) => expect(isSecretName(name)).toBe(true));
  it.each([
    'DB_PASSWORD_FILE',
    'TOKEN_TTL',
    'SECRET_NAME',
    'PUBLIC_KEY',
    'STRIPE_PUBLISHABLE_API_KEY',
    'BYPASS',
    'COMPASS',
    'MAX_TOKENS',
    'PRIMARY_KEY',
    'ALLOW_EMPTY_PASSWORD',
    'PASSWORD_HASH',
  ])('%s does not', (name) => expect(isSecretName(name)).toBe(false));
});

describe('what is known by its form', () => {
  it.each([
    ['a GitHub token', githubToken],
    ['a JSON Web Token', jwt],
    ['a private key', privateKey],
    ['an AWS access key', 'AKIAZ7QK2M5W4RT6VB3N'],
    ['a password in an address', 'postgres://app:hunter2@db:5432/app'],
    [
      'an Azure storage key',
      `AccountKey=${'x7Kq2mW9rT4vB8nL1cZ6yH3jF5dG0sPaQeRuX+kLmN/pTs'.slice(0, 43).repeat(2)}==`,
    ],
  ])('%s, under any name', (kind, value) => {
    expect(classifySecret('SETTING', value)).toEqual({ kind, confidence: 'high' });
  });

  it('is found at its place in a longer text', () => {
    const text = `curl -H "Authorization: token ${githubToken}" https://example.com`;
    const [found] = findSecrets(text);
    expect(found && text.slice(found.start, found.end)).toBe(githubToken);
  });

  it.each([
    'AKIAIOSFODNN7EXAMPLE',
    'ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a placeholder of a shell
    'postgres://app:${PASSWORD}@db/app',
    'postgres://app:$(PASSWORD)@db/app',
    'https://user:password@host/',
    'https://example.com:8080/a@b',
    'grep -- "-----BEGIN PRIVATE KEY-----" file',
  ])('%s is none', (text) => expect(findSecrets(text)).toEqual([]));
});

describe('what its name tells', () => {
  it.each([
    ['DB_PASSWORD', 'hunter2', 'a password'],
    ['POSTGRES_PASSWORD', 'postgres', 'a password'],
    ['SESSION_SECRET', 'x7Kq2mW9rT4v', 'a secret'],
    ['API_KEY', 'f3a9c2d47b81e650', 'a key'],
    ['APP_KEY', 'base64Kq2mW9rT4vB8nL1cZ6yH3jF5dG0sPaQeRu', 'a key'],
    ['CONNECTION_STRING', 'Server=db;User=sa;Password=hunter2', 'a connection string'],
  ])('%s=%s', (name, value, kind) => {
    expect(classifySecret(name, value)?.kind).toBe(kind);
    expect(classifySecret(name, value)?.confidence).not.toBe('low');
  });

  it.each([
    ['DB_PASSWORD', ''],
    ['DB_PASSWORD', 'changeme'],
    ['DB_PASSWORD', '<password>'],
    ['DB_PASSWORD', '{{ .Values.password }}'],
    ['DB_PASSWORD', '$(DB_PASSWORD)'],
    ['DB_PASSWORD', '/run/secrets/db'],
    ['DB_PASSWORD', 'vault:secret/data/db#password'],
    ['DB_PASSWORD', 'your-password'],
    ['DB_PASSWORD', '********'],
    ['ADMIN_PASSWORD', '$2y$10$abcdefghijklmnopqrstuv'],
    ['USE_PASSWORD', 'true'],
    ['GITHUB_TOKEN', 'github-token'],
    ['TOKEN', 'access_token'],
    ['AUTH_TOKEN', 'https://auth.example.org/token'],
    ['TLS_SECRET', 'web-tls'],
    ['IMAGE_DIGEST', `sha256:${'0f'.repeat(32)}`],
    ['SSH_KEY', 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGvBc4Xr1m2n3b4v5c6x7z8l9k0j1h2g3f4d5s6a7q8w'],
    ['INSTRUMENTATION_KEY', '9f1c0f2e-4f0e-4a1e-9a1b-0c2d3e4f5a6b'],
    ['API_TOKEN', '11111111-2222-3333-4444-555555555555'],
    ['DB_PASSWORD', 'foo'],
    ['GREETING', 'hello'],
    ['GPG_KEY', 'A035C8C19219BA821ECEA86B64E628F8D684696D'],
  ])('%s=%s is none', (name, value) => expect(classifySecret(name, value)).toBeUndefined());
});

describe('commands', () => {
  it.each([
    [['mysqld', '--password=hunter2'], 1],
    [['app', '--api-token', 'f3a9c2d47b81e650'], 2],
    [['env', 'PGPASSWORD=hunter2', 'psql'], 1],
    [['curl', '-u', 'app:hunter2', 'https://example.com'], 2],
    [['git', 'clone', 'https://x:hunter2@example.com/a.git'], 2],
  ])('%s', (words, index) => {
    expect(secretsInArguments(words).map((secret) => secret.index)).toEqual([index]);
  });

  it.each([
    [['app', '--password-file=/run/secrets/db']],
    [['app', '--password', '--verbose']],
    [['app', '--password=$(DB_PASSWORD)']],
    [['run', '-u', '1000:1000']],
    [['app', '--token-ttl', '24h']],
  ])('%s holds none', (words) => expect(secretsInArguments(words)).toEqual([]));
});

it('takes linear time for texts made to cost more', () => {
  const hostile = ['eyJ-', 'AKIA', 'a://b:', 'ghp_a ', '-----BEGIN PRIVATE KEY-----'];
  for (const piece of hostile) {
    const start = process.cpuUsage();
    findSecrets(piece.repeat(Math.ceil(200_000 / piece.length)));
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(2000);
  }
});
