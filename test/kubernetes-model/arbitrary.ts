import fc from 'fast-check';
import { Document, isCollection, visit } from 'yaml';
import { objectsOf } from '../../rules/kubernetes/model/object';
import type { Pod } from '../../rules/kubernetes/model/pod';
import { Cursor } from '../../rules/yaml/cursor';
import { parseYaml } from '../../rules/yaml/document';

type Data = Record<string, unknown>;

/** A map some of whose fields are there, others not. */
const some = (fields: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<Data> =>
  fc.record(fields, { requiredKeys: [] });

const flag = fc.constantFrom<unknown>(true, false, null);
const profile = fc.constantFrom<unknown>(
  { type: 'RuntimeDefault' },
  { type: 'Localhost', localhostProfile: 'own.json' },
  { type: 'Unconfined' },
  { type: '' },
  {},
  null,
);
const seLinux = some({
  type: fc.constantFrom('', 'container_t', 'container_engine_t', 'spc_t'),
  user: fc.constantFrom('', 'system_u'),
  role: fc.constantFrom('', 'system_r'),
  level: fc.constant('s0:c1,c2'),
});
const windows = some({ hostProcess: flag, runAsUserName: fc.constant('ContainerUser') });
const capability = fc.constantFrom('ALL', 'all', 'CHOWN', 'CAP_CHOWN', 'SYS_ADMIN', 'net_bind_service', '');
const sharedSettings = {
  runAsNonRoot: flag,
  runAsUser: fc.constantFrom<unknown>(0, 1000, null),
  seccompProfile: profile,
  appArmorProfile: profile,
  seLinuxOptions: seLinux,
  windowsOptions: windows,
};
const containerContext = some({
  ...sharedSettings,
  privileged: flag,
  allowPrivilegeEscalation: flag,
  readOnlyRootFilesystem: flag,
  procMount: fc.constantFrom('Default', 'Unmasked'),
  capabilities: some({
    add: fc.array(capability, { maxLength: 3 }),
    drop: fc.array(capability, { maxLength: 2 }),
  }),
});
const handler = fc.oneof(
  some({ host: fc.constantFrom('', 'elsewhere'), path: fc.constant('/') }).map((get) => ({
    httpGet: { ...get, port: 80 },
  })),
  some({ host: fc.constantFrom('', 'elsewhere') }).map((socket) => ({ tcpSocket: { ...socket, port: 80 } })),
);
const container = some({
  securityContext: fc.option(containerContext),
  ports: fc.array(some({ hostPort: fc.constantFrom(0, 80), containerPort: fc.constant(80) }), {
    maxLength: 2,
  }),
  livenessProbe: handler,
  lifecycle: some({ preStop: handler }),
});
const volume = fc.constantFrom<Data>(
  { name: 'a', hostPath: { path: '/', type: 'Directory' } },
  { name: 'b', emptyDir: {} },
  { name: 'c', nfs: { server: 'nfs.example.com', path: '/' } },
  { name: 'd' },
  { name: 'e', hostPath: {} },
);
const annotation = fc.constantFrom('unconfined', 'runtime/default', '');
const pod = fc
  .record({
    containers: fc.array(container, { minLength: 1, maxLength: 3 }),
    more: some({
      initContainers: fc.array(container, { minLength: 1, maxLength: 1 }),
      ephemeralContainers: fc.array(container, { minLength: 1, maxLength: 1 }),
      securityContext: fc.option(
        some({
          ...sharedSettings,
          sysctls: fc.array(
            fc.constantFrom(
              { name: 'kernel.msgmax', value: '1' },
              { name: 'net.ipv4.tcp_syncookies', value: '1' },
            ),
            { maxLength: 3 },
          ),
        }),
      ),
      hostPID: flag,
      hostIPC: flag,
      hostNetwork: flag,
      hostUsers: flag,
      os: fc.constantFrom({ name: 'windows' }, { name: 'linux' }),
      volumes: fc.array(volume, { maxLength: 3 }),
    }),
    annotations: some({
      'container.apparmor.security.beta.kubernetes.io/one': annotation,
      'seccomp.security.alpha.kubernetes.io/pod': annotation,
    }),
    isSharing: fc.boolean(),
  })
  .map(({ containers, more, annotations, isSharing }) => {
    const named = containers.map((one, index) => ({
      name: ['one', 'two', 'three'][index],
      image: `example.com/app:${index}`,
      ...one,
      // The same object twice is written as an anchor and an alias.
      ...(isSharing && containers[0]?.securityContext
        ? { securityContext: containers[0].securityContext }
        : {}),
    }));
    return { metadata: { annotations }, spec: { containers: named, ...more } };
  });

const workload = fc.oneof(
  pod.map(({ metadata, spec }) => ({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'shop', ...metadata },
    spec,
  })),
  pod.map((template) => ({
    apiVersion: 'batch/v1',
    kind: 'CronJob',
    metadata: { name: 'shop' },
    spec: { schedule: '@daily', jobTemplate: { spec: { template } } },
  })),
);

/** A manifest as people write it: some maps in flow style, comments behind lines and between them. */
export const manifest = fc
  .record({
    object: workload,
    flows: fc.infiniteStream(fc.boolean()),
    comments: fc.infiniteStream(fc.constantFrom('none', 'none', 'behind', 'before')),
    isIndented: fc.boolean(),
    isCrlf: fc.boolean(),
  })
  .map(({ object, flows, comments, isIndented, isCrlf }) => {
    const document = new Document(object);
    visit(document, {
      Collection: (_, node, path) => {
        if (isCollection(node) && path.length > 8 && flows.next().value) node.flow = true;
      },
    });
    let number = 0;
    const lines = document
      .toString({ lineWidth: 0, indentSeq: isIndented })
      .trimEnd()
      .split('\n')
      .map((line) => {
        const where = comments.next().value;
        if (where === 'behind') return `${line} # note ${++number}.`;
        const indent = /^[ ]*/.exec(line)?.[0] ?? '';
        return where === 'before' ? `${indent}# note ${++number}.\n${line}` : line;
      });
    return { text: `${lines.join('\n')}\n`.replaceAll('\n', isCrlf ? '\r\n' : '\n'), notes: number };
  });

export const podOf = (text: string): Pod => {
  const found = objectsOf(Cursor.root(parseYaml(text)))[0]?.pods[0];
  if (!found) throw new Error(`No pod in:\n${text}`);
  return found;
};
