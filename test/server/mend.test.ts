import { expect, test } from 'vitest';
import {
  applyEdits,
  defaultSettings,
  type Finding,
  type Fix,
  lint,
  say,
  type Workspace,
  workspaceOfReports,
} from '../../rules/index';
import { mend, ownEdits, safeFix } from '../../server/mend';
import { privilegedPod, twicePrivilegedPod } from './samples';

const settings = { ...defaultSettings, profile: 'essential' as const };

function workspaceOf(files: Record<string, string>): Workspace {
  const workspace = workspaceOfReports();
  for (const [uri, text] of Object.entries(files)) workspace.update(lint({ uri, text }, settings));
  return workspace;
}

const ofRule =
  (rule: string, change = (fix: Fix) => fix) =>
  (finding: Finding): Fix | undefined => {
    const [fix] = finding.fixes;
    return finding.rule === rule && fix ? change(fix) : undefined;
  };

const privileged = (change?: (fix: Fix) => Fix) => ofRule('privileged-container', change);

const noLanguage = (): undefined => undefined;

test('all findings of all files are mended, and their number told', async () => {
  const files = {
    'file:///a.yaml': twicePrivilegedPod,
    'file:///b.yaml': privilegedPod,
    'file:///c.yaml': 'a: 1\n',
  };
  const mended = await mend(workspaceOf(files), Object.keys(files), privileged(), noLanguage);
  expect(mended.map(({ uri, count }) => [uri, count])).toEqual([
    ['file:///a.yaml', 2],
    ['file:///b.yaml', 1],
  ]);
  expect(applyEdits(twicePrivilegedPod, mended[0]?.edits ?? [])).toBe(
    twicePrivilegedPod.replaceAll('true', 'false'),
  );
});

test('of edits that overlap the first is made, and the others in the next round', async () => {
  // Each fix replaces the whole text from the first mistake on, so that only one fits in a round.
  const uri = 'file:///a.yaml';
  const workspace = workspaceOf({ [uri]: twicePrivilegedPod });
  const whole = privileged((fix) => ({
    ...fix,
    changes: () => {
      const text = workspace.report(uri)?.text ?? '';
      const [edit] = ownEdits(fix, uri) ?? [];
      return edit
        ? [
            {
              kind: 'edit',
              uri,
              edits: [{ span: { start: 0, end: text.length }, text: applyEdits(text, [edit]) }],
            },
          ]
        : [];
    },
  }));
  const [mended] = await mend(workspace, [uri], whole, noLanguage);
  expect(mended?.count).toBe(2);
  expect(applyEdits(twicePrivilegedPod, mended?.edits ?? [])).toBe(
    twicePrivilegedPod.replaceAll('true', 'false'),
  );
});

test('a fix that mends nothing is made once, not over and over', async () => {
  const uri = 'file:///a.yaml';
  const useless = privileged((fix) => ({
    ...fix,
    changes: () => [{ kind: 'edit', uri, edits: [{ span: { start: 0, end: 0 }, text: '# Mended\n' }] }],
  }));
  const [mended] = await mend(workspaceOf({ [uri]: privilegedPod }), [uri], useless, noLanguage);
  expect(mended?.edits).toEqual([
    { span: { start: 0, end: 0 }, text: '# Mended\n', rule: 'privileged-container' },
  ]);
});

test('fixes that reach into other files are left out', async () => {
  const uri = 'file:///a.yaml';
  const far = privileged((fix) => ({
    ...fix,
    changes: () => [...fix.changes(), { kind: 'create', uri: 'file:///b.yaml', text: '' }],
  }));
  expect(await mend(workspaceOf({ [uri]: privilegedPod }), [uri], far, noLanguage)).toEqual([]);
});

test('the safe fix of a finding is the first that is safe', () => {
  const fix = (title: string, safety: Fix['safety']): Fix => ({
    title: say`${title}`,
    safety,
    preferred: false,
    changes: () => [],
  });
  const finding: Finding = {
    rule: 'x',
    message: say`x`,
    span: { start: 0, end: 0 },
    severity: 'error',
    confidence: 'high',
    fixes: [fix('a', 'review'), fix('b', 'safe'), fix('c', 'safe')],
    related: [],
    tags: [],
  };
  expect(safeFix(finding)?.title.args).toEqual(['b']);
  expect(safeFix({ ...finding, fixes: [fix('a', 'review')] })).toBeUndefined();
});
