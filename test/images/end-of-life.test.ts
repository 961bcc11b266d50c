import { describe, expect, it } from 'vitest';
import { endOfLifeOf } from '../../rules/images/end-of-life';

const of = (repository: string, tag: string | undefined, registry = 'docker.io') =>
  endOfLifeOf({ registry, repository, tag }).map(({ product, cycle }) => `${product} ${cycle}`);

describe('end of life', () => {
  it.each<[string, string | undefined, string[]]>([
    ['python', '3.8.1', ['Python 3.8']],
    ['library/python', '2.7-slim-buster', ['Python 2.7', 'Debian 10']],
    ['python', '3.13-slim-trixie', []],
    ['python', '3', []],
    ['python', 'latest', []],
    ['python', undefined, []],
    ['node', '14-alpine3.13', ['Node.js 14', 'Alpine Linux 3.13']],
    ['node', 'lts', []],
    ['debian', 'jessie-slim', ['Debian 8']],
    ['debian', '9.13', ['Debian 9']],
    ['debian', '13', []],
    ['ubuntu', '18.04', ['Ubuntu 18.04']],
    ['ubuntu', 'bionic-20200101', ['Ubuntu 18.04']],
    ['alpine', '3', []],
    ['alpine', '3.10.2', ['Alpine Linux 3.10']],
    ['golang', '1.13-alpine', ['Go 1.13']],
    ['golang', '1', []],
    ['nginx', '1.14.2', ['nginx 1.14']],
    ['postgres', '9.6', ['PostgreSQL 9.6']],
    ['someone/python', '2.7', []],
  ])('%s:%s', (repository, tag, ended) => {
    expect(of(repository, tag)).toEqual(ended);
  });

  it('knows images by their registry', () => {
    expect(of('dotnet/sdk', '5.0', 'mcr.microsoft.com')).toEqual(['.NET 5']);
    expect(of('python', '2.7', 'registry.example.com')).toEqual([]);
  });
});
