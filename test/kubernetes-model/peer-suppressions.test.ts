import { describe, expect, it } from 'vitest';
import { audit, defaultSettings, lint, type Settings } from '../../rules';

const settings: Settings = { ...defaultSettings, profile: 'all' };

const found = (text: string): { shown: Set<string>; suppressed: Map<string, string | undefined> } => {
  const [file] = audit([lint({ uri: 'file:///shop.yaml', text }, settings)]);
  return {
    shown: new Set(file?.findings.map(({ rule }) => rule)),
    suppressed: new Map(file?.suppressed.map(({ finding, reason }) => [finding.rule, reason])),
  };
};

const pod = (annotation: string): string => `apiVersion: v1
kind: Pod
metadata:
  name: shop
  annotations:
    ${annotation}
spec:
  hostIPC: true
  containers:
    - name: web
      image: example.com/web:1
      securityContext:
        privileged: true
`;

describe('annotations for other linters', () => {
  it.each([
    ['ignore-check.kube-linter.io/privileged-container: "it is a driver"', 'it is a driver'],
    ['kube-score/ignore: pod-networkpolicy, container-security-context-privileged', undefined],
    ['polaris.fairwinds.com/runAsPrivileged-exempt: "true"', undefined],
    ['checkov.io/skip1: CKV_K8S_16=a driver', 'a driver'],
  ])('%s', (annotation, reason) => {
    const { shown, suppressed } = found(pod(annotation));
    expect(suppressed.get('privileged-container')).toBe(reason);
    expect([...suppressed.keys()]).toContain('privileged-container');
    expect(shown).toContain('host-ipc');
    expect(shown).not.toContain('privileged-container');
  });

  it.each([
    'kube-linter.io/ignore-all: yes, all',
    'kube-score/ignore: "*"',
    'polaris.fairwinds.com/exempt: "true"',
  ])('%s means all that the linter checks', (annotation) => {
    const { shown, suppressed } = found(pod(annotation));
    expect([...suppressed.keys()]).toContain('privileged-container');
    expect(shown).not.toContain('privileged-container');
    expect(shown).toContain('seccomp-not-default');
  });

  it.each([
    'polaris.fairwinds.com/runAsPrivileged-exempt: "false"',
    'checkov.io/skip1: CKV_K8S_99',
    'example.com/ignore: privileged-container',
  ])('%s silences nothing here, and is not complained about', (annotation) => {
    const { shown, suppressed } = found(pod(annotation));
    expect(shown).toContain('privileged-container');
    expect(shown).not.toContain('unknown-suppression');
    expect(suppressed.size).toBe(0);
  });

  it('hold for their own object alone', () => {
    const text = `${pod('checkov.io/skip1: CKV_K8S_16')}---\n${pod('a: b')}`;
    const { shown, suppressed } = found(text);
    expect(shown).toContain('privileged-container');
    expect([...suppressed.keys()]).toContain('privileged-container');
  });
});

describe('comments for other linters', () => {
  const commented = (comment: string): string =>
    pod('a: b').replace('      securityContext:', `      ${comment}\n      securityContext:`);

  it.each(['# trivy:ignore:AVD-KSV-0017', '# trivy:ignore:KSV017', '# kics-scan ignore-block'])(
    '%s',
    (comment) => {
      const { shown, suppressed } = found(commented(comment));
      expect([...suppressed.keys()]).toContain('privileged-container');
      expect(shown).not.toContain('privileged-container');
      expect(shown).toContain('host-ipc');
    },
  );

  it('are about the next line, or the file', () => {
    expect(found(commented('# kics-scan ignore-line')).shown).toContain('privileged-container');
    const all = found(
      `# kics-scan disable=dd29336b-fe57-445b-a26e-e6aa867ae609\n${pod('a: b')}---\n${pod('a: b')}`,
    );
    expect(all.shown).not.toContain('privileged-container');
  });
});
