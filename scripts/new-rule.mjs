// Makes the two files of a new rule: npm run new-rule -- kubernetes/pod/host-clock
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const place = process.argv[2] ?? '';
const match = /^(kubernetes|dockerfile|workspace)((?:\/[a-z0-9-]+)*)\/([a-z0-9]+(?:-[a-z0-9]+)*)$/.exec(
  place,
);
if (!match) {
  console.error(
    'Usage: npm run new-rule -- kubernetes/TOPIC/RULE-ID | dockerfile/RULE-ID | workspace/RULE-ID',
  );
  process.exit(2);
}
const [, family, folders, id] = match;
const up = '../'.repeat(1 + folders.split('/').length - 1);

const about = `  id: '${id}',
  topic: 'A1',
  severity: 'warning',
  profile: 'recommended',
  title: '',
  why: '',
  remedy: '',
  aliases: [],
  references: [],
`;

const rules = {
  kubernetes: `import { say } from '${up}message';
import { kubernetesRule } from '${up}kubernetes/model/rule';

export default kubernetesRule({
${about}
  container(container, { report }) {
    const setting = container.securityContext.at('privileged');
    if (setting.boolean === true) report(setting, say\`\${container.title} …\`);
  },
});
`,
  dockerfile: `import { say } from '${up}message';
import { dockerfileRule } from '${up}dockerfile/model/rule';

export default dockerfileRule({
${about}
  stage(stage, { report }) {
    if (stage.isFinal && !stage.isScratch) report(stage, say\`…\`);
  },
});
`,
  workspace: `import { say } from '${up}message';
import { workspaceRule } from '${up}workspace-rule';

export default workspaceRule({
${about}  asks: 'pods',

  workspace(pods, context) {
    for (const pod of pods) context.report(pod, say\`\${pod.title} …\`);
  },
});
`,
};

const pod = (isPrivileged) => `apiVersion: v1
kind: Pod
metadata:
  name: shop
spec:
  containers:
    - name: web
      image: registry.example.com/shop/web:1.0.0
      securityContext:
        privileged: ${isPrivileged}
`;

/** Cases that fit the check above, so that it runs before a word is changed. */
const fixtures = {
  kubernetes: `#--- bad: what is wrong here
${pod(true)}#! [privileged: true] ${id}
#--- good: what is right here
${pod(false)}`,
  dockerfile: `#--- bad: what is wrong here
FROM debian:13
#! [debian:13] ${id}
#--- good: what is right here
FROM scratch
`,
  workspace: `#--- bad: what is wrong here
apiVersion: v1
kind: Pod
metadata:
  name: shop
#! [name: shop] ${id}
spec:
  containers:
    - name: web
      image: registry.example.com/shop/web:1.0.0
#--- good: what is right here
apiVersion: v1
kind: ConfigMap
metadata:
  name: shop
`,
};

const extension = family === 'dockerfile' ? 'dockerfile' : 'yaml';
const files = {
  [`rules/${place}.ts`]: rules[family].replaceAll(
    `'${up}${family}/model`,
    `'${up.replace(/\.\.\/$/, '') || './'}model`,
  ),
  [`test/fixtures/${place}.${extension}`]: fixtures[family],
};
for (const [file, text] of Object.entries(files)) {
  const target = path.join(root, file);
  if (existsSync(target)) {
    console.error(`${file} is there already`);
    process.exit(2);
  }
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, text);
  console.log(`Made ${file}`);
}
