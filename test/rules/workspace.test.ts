import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  audit,
  defaultSettings,
  type Finding,
  lint,
  type Settings,
  type Workspace,
  workspaceOfReports,
} from '../../rules';
import { rules } from '../../rules/registry';

const pod = (name: string, extra = ''): string => `apiVersion: v1
kind: Pod
metadata:
  name: ${name}
  namespace: trade
  labels: {app: ${name}}
spec:
  containers:
    - name: web
      image: example.com/web:1
${extra}`;

const policy = (app: string): string => `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: ${app}, namespace: trade}
spec:
  podSelector: {matchLabels: {app: ${app}}}
  policyTypes: [Ingress, Egress]
`;

const uri = (name: string): string => `file:///w/${name}`;
const put = (
  workspace: Workspace,
  name: string,
  text: string,
  settings: Settings = defaultSettings,
): boolean => workspace.update(lint({ uri: uri(name), text }, settings, workspace.report(uri(name))));
const rulesIn = (findings: readonly Finding[]): string[] =>
  findings
    .map(({ rule }) => rule)
    .filter((rule) => rule === 'missing-network-policy' || rule === 'privileged-container');

afterEach(() => vi.restoreAllMocks());

describe('a workspace', () => {
  it('lets a policy count as soon as it is typed, and no longer than it is there', () => {
    const workspace = workspaceOfReports();
    put(workspace, 'pod.yaml', pod('shop'));
    expect(rulesIn(workspace.findings(uri('pod.yaml')).findings)).toEqual(['missing-network-policy']);

    expect(put(workspace, 'policy.yaml', policy('shop'))).toBe(true);
    expect(rulesIn(workspace.findings(uri('pod.yaml')).findings)).toEqual([]);

    expect(put(workspace, 'policy.yaml', policy('bill'))).toBe(true);
    expect(rulesIn(workspace.findings(uri('pod.yaml')).findings)).toEqual(['missing-network-policy']);

    put(workspace, 'policy.yaml', policy('shop'));
    expect(workspace.remove(uri('policy.yaml'))).toBe(true);
    expect(rulesIn(workspace.findings(uri('pod.yaml')).findings)).toEqual(['missing-network-policy']);
  });

  it('says that no other file is touched where the facts stay', () => {
    const workspace = workspaceOfReports();
    put(workspace, 'pod.yaml', pod('shop'));
    expect(put(workspace, 'pod.yaml', pod('shop', '      securityContext: {privileged: true}\n'))).toBe(
      false,
    );
    expect(put(workspace, 'values.yaml', 'a: 1\n')).toBe(false);
  });

  it('moves findings with the documents before them', () => {
    const workspace = workspaceOfReports();
    put(workspace, 'pod.yaml', pod('shop'));
    put(workspace, 'pod.yaml', `a: 1\n---\n${pod('shop', '      securityContext: {privileged: true}\n')}`);
    const { findings } = workspace.findings(uri('pod.yaml'));
    const text = workspace.report(uri('pod.yaml'))?.text ?? '';
    const quotes = findings
      .filter((finding) => rulesIn([finding]).length > 0)
      .map(({ span }) => text.slice(span.start, span.end));
    expect(quotes).toEqual(['name: shop', 'privileged: true']);
  });

  it('holds findings across files back by a comment, with its reason', () => {
    const [found] = audit([
      lint(
        {
          uri: uri('pod.yaml'),
          text: `# seaworthy-ignore-file missing-network-policy: in the mesh\n${pod('shop')}`,
        },
        defaultSettings,
      ),
    ]);
    expect(rulesIn(found?.findings ?? [])).toEqual([]);
    expect(
      found?.suppressed
        .filter(({ finding }) => finding.rule === 'missing-network-policy')
        .map(({ reason }) => reason),
    ).toEqual(['in the mesh']);
  });

  it('obeys the settings of the file that holds the finding', () => {
    const workspace = workspaceOfReports();
    put(workspace, 'pod.yaml', pod('shop'), {
      ...defaultSettings,
      severities: { 'missing-network-policy': 'off' },
    });
    put(workspace, 'other.yaml', pod('bill'), {
      ...defaultSettings,
      severities: { 'missing-network-policy': 'info' },
    });
    expect(rulesIn(workspace.findings(uri('pod.yaml')).findings)).toEqual([]);
    expect(
      workspace.findings(uri('other.yaml')).findings.find(({ rule }) => rule === 'missing-network-policy')
        ?.severity,
    ).toBe('info');
  });
});

describe('a rule that throws', () => {
  it('loses its own findings only', () => {
    const rule = rules.find(({ id }) => id === 'privileged-container');
    if (rule?.family !== 'kubernetes') throw new Error('The rule is gone');
    vi.spyOn(rule, 'container').mockImplementation(() => {
      throw new Error('broken');
    });
    const text = pod('shop', '      securityContext: {privileged: true}\n  bad: [\n');
    // Settings of its own: the checks of a rule are looked up once for each settings.
    const report = lint({ uri: uri('pod.yaml'), text }, { ...defaultSettings });
    expect(report.failures.map((failure) => failure.rule)).toEqual(['privileged-container']);
    expect(report.failures[0]?.error).toContain('broken');
    expect(report.findings.map((finding) => finding.rule)).toContain('yaml-syntax');
  });
});

describe('the registry', () => {
  it('gives each rule an id of its own, and each alias one rule', () => {
    const ids = rules.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)]);
    const aliases = rules.flatMap(({ aliases }) => aliases as readonly string[]);
    expect(aliases.filter((alias, index) => aliases.indexOf(alias) !== index)).toEqual([]);
  });

  it('tells of every rule what, why and what to do, as sentences', () => {
    for (const { id, title, why, remedy } of rules) {
      expect(title, id).toMatch(/^[A-Z`].*[^.]$/);
      expect(why, id).toMatch(/[.)]$/);
      expect(remedy, id).toMatch(/[.)]$/);
    }
  });
});
