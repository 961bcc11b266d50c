import { describe, expect, it } from 'vitest';
import { parseReference } from '../../rules/images/reference';

const digest = `sha256:${'a'.repeat(64)}`;

describe('image references', () => {
  it.each([
    ['alpine', 'docker.io', 'library/alpine', 'alpine', undefined, undefined],
    ['alpine:3.20', 'docker.io', 'library/alpine', 'alpine', '3.20', undefined],
    ['docker.io/library/alpine:3', 'docker.io', 'library/alpine', 'alpine', '3', undefined],
    ['index.docker.io/bitnami/redis', 'docker.io', 'bitnami/redis', 'bitnami/redis', undefined, undefined],
    ['bitnami/redis:7', 'docker.io', 'bitnami/redis', 'bitnami/redis', '7', undefined],
    ['ghcr.io/a/b/c:1', 'ghcr.io', 'a/b/c', 'ghcr.io/a/b/c', '1', undefined],
    ['localhost/x', 'localhost', 'x', 'localhost/x', undefined, undefined],
    ['localhost:5000/x:1', 'localhost:5000', 'x', 'localhost:5000/x', '1', undefined],
    ['localhost:5000', 'docker.io', 'library/localhost', 'localhost', '5000', undefined],
    ['[::1]:5000/x', '[::1]:5000', 'x', '[::1]:5000/x', undefined, undefined],
    [`a.b/x:1@${digest}`, 'a.b', 'x', 'a.b/x', '1', digest],
    [`x@${digest}`, 'docker.io', 'library/x', 'x', undefined, digest],
  ])('reads %s', (text, registry, repository, familiar, tag, hash) => {
    const reference = parseReference(text);
    expect(reference).toMatchObject({ effectiveRegistry: registry, repository, familiarName: familiar });
    expect([reference?.tag, reference?.digest]).toEqual([tag, hash]);
    const slice = (range: readonly [number, number] | undefined) => range && text.slice(...range);
    expect([slice(reference?.tagRange), slice(reference?.digestRange)]).toEqual([tag, hash]);
    expect(text.slice(0, reference?.nameEnd)).toBe(text.replace(/@.*/, '').replace(/:[^/:\]]*$/, ''));
  });

  it.each(['', 'Alpine', 'a/B', 'a:', 'a@sha256:12', 'a b', '$x', 'https://a/b', 'a//b', '-a', 'a/'])(
    'refuses %j',
    (text) => {
      expect(parseReference(text)).toBeUndefined();
    },
  );

  it('gives the last part of the path', () => {
    expect(parseReference('gcr.io/distroless/static-debian12:nonroot')?.name).toBe('static-debian12');
  });
});
