import { expect, test } from 'vitest';
import { refuseDoubleIds, registryText } from '../scripts/registry.mjs';

test('two files of one base name are two rules of the registry', () => {
  const text = registryText(['dockerfile/users/root-user.ts', 'kubernetes/pod/root-user.ts']);
  expect(text).toContain("import dockerfile_users_rootUserRule from './dockerfile/users/root-user';");
  expect(text).toContain("import kubernetes_pod_rootUserRule from './kubernetes/pod/root-user';");
});

test('two rules of one id are refused, with the files to look into', () => {
  const texts = new Map([
    ['dockerfile/a.ts', "export default dockerfileRule({\n  id: 'same',\n"],
    ['kubernetes/b.ts', "export default kubernetesRule({\n  id: 'same',\n"],
  ]);
  expect(() => refuseDoubleIds([...texts.keys()], (file) => texts.get(file) ?? '')).toThrow(
    'Two rules are called same: rules/dockerfile/a.ts and rules/kubernetes/b.ts. Give one another id.',
  );
});
