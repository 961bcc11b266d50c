import { describe, expect, it } from 'vitest';
import { applyEdits, defaultSettings, lint, type PodLevel, podLevels } from '../../rules';

const levels = (text: string, kubernetesVersion = '1.36'): readonly PodLevel[] =>
  podLevels(lint({ uri: 'file:///shop.yaml', text }, { ...defaultSettings, kubernetesVersion }));

const pod = `apiVersion: v1
kind: Pod
metadata:
  name: shop
  namespace: trade
spec:
  containers:
    - name: web # the shop itself
      image: example.com/web:1
      securityContext:
        privileged: true
`;

const deployment = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: shop
spec:
  template:
    spec:
      containers:
        - name: web
          image: example.com/web:1
`;

describe('the level of a pod', () => {
  it('counts the places that keep it from each level', () => {
    const [found] = levels(pod);
    expect(found).toMatchObject({
      title: 'Pod `shop`',
      namespace: 'trade',
      level: 'privileged',
      missing: { baseline: 1, restricted: 5 },
    });
  });

  it('stands above the object, or above the template of a workload', () => {
    const text = `${pod}---\n${deployment}`;
    expect(levels(text).map(({ span }) => text.slice(span.start, span.end))).toEqual([
      'apiVersion',
      'template',
    ]);
  });

  it('stands above each item of a List', () => {
    const items = `- ${pod.trimEnd().replaceAll('\n', '\n  ')}\n`;
    const text = `apiVersion: v1\nkind: List\nitems:\n${items}${items}`;
    expect(levels(text).map(({ span }) => text.slice(span.start - 2, span.end))).toEqual([
      '- apiVersion',
      '- apiVersion',
    ]);
  });

  it('takes the version of the settings', () => {
    const probe = pod.replace(
      'securityContext:\n        privileged: true',
      'livenessProbe:\n        tcpSocket: { host: elsewhere, port: 80 }',
    );
    expect(levels(probe, '1.33')[0]?.level).toBe('baseline');
    expect(levels(probe, '1.34')[0]?.level).toBe('privileged');
  });

  it('hardens as far as it is asked, wherever the pod stands in its file', () => {
    const text = `${deployment}---\n${pod}---\n${deployment}`;
    const [, found] = levels(text);
    const baseline = applyEdits(text, found?.harden('baseline') ?? []);
    expect(baseline).toBe(text.replace('privileged: true', 'privileged: false'));
    const restricted = applyEdits(text, found?.harden('restricted') ?? []);
    expect(levels(restricted).map(({ level }) => level)).toEqual(['baseline', 'restricted', 'baseline']);
    expect(restricted).toContain('# the shop itself');
    expect(levels(restricted)[1]).toMatchObject({ missing: { baseline: 0, restricted: 0 } });
    expect(levels(restricted)[1]?.harden('restricted')).toEqual([]);
  });

  it('is not told of templates, patches and what has no containers', () => {
    expect(levels(pod.replace('web:1', '{{ .Values.image }}'))).toEqual([]);
    expect(levels(deployment.replace('          image: example.com/web:1\n', ''))).toEqual([]);
    expect(levels('apiVersion: v1\nkind: Pod\nspec: {}\n')).toEqual([]);
  });
});
