/** Files of our own making in the shapes of real ones: the same at every run, by a seeded generator. */

export type Random = () => number;

/** Mulberry32: small, even enough, and the same on every machine. */
export function seeded(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const pick = <Item>(random: Random, items: readonly [Item, ...Item[]]): Item =>
  items[Math.floor(random() * items.length)] ?? items[0];

const images = [
  'nginx:1.27',
  'redis',
  'registry.example.com/shop/web:2.4.1',
  `ghcr.io/team/api@sha256:${'a'.repeat(64)}`,
] as const;

function container(random: Random, index: number): string {
  const lines = [
    `        - name: c${index}`,
    `          image: ${pick(random, images)}`,
    '          env:',
    `            - {name: MODE, value: "${pick(random, ['dev', 'prod'])}"}`,
    '            - name: TOKEN',
    '              valueFrom:',
    '                secretKeyRef: {name: shop, key: token}',
    '          ports:',
    '            - containerPort: 8080 # http',
    '          resources:',
    '            requests: {cpu: 100m, memory: 128Mi}',
    '            limits:',
    '              memory: 256Mi',
  ];
  if (random() < 0.6)
    lines.push(
      '          securityContext:',
      '            allowPrivilegeEscalation: false',
      '            capabilities:',
      '              drop: ["ALL"]',
    );
  if (random() < 0.1)
    lines.push('          volumeMounts:', '            - name: data', '              mountPath: /data');
  return lines.join('\n');
}

/** A Deployment of about `10 + 14 × containers` lines. */
export function deployment(random: Random, name: string, containers: number): string {
  const list = Array.from({ length: containers }, (_, index) => container(random, index)).join('\n');
  return `apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${name}
  namespace: shop
  labels: &labels
    app: ${name}
spec:
  replicas: ${1 + Math.floor(random() * 4)}
  selector:
    matchLabels: *labels
  template:
    metadata:
      labels: *labels
    spec:
      serviceAccountName: ${name}
      containers:
${list}
`;
}

const service = (name: string): string => `apiVersion: v1
kind: Service
metadata:
  name: ${name}
  namespace: shop
spec:
  selector:
    app: ${name}
  ports:
    - port: 80
      targetPort: 8080
`;

/** A manifest of at least `lines` lines in documents of about `perDocument` lines. */
export function manifest(random: Random, lines: number, perDocument = 50): string {
  const documents: string[] = [];
  let count = 0;
  for (let index = 0; count < lines; index++) {
    const containers = Math.max(1, Math.round((Math.min(perDocument, lines) - 16) / 14));
    const text = index % 3 === 2 ? service(`s${index}`) : deployment(random, `d${index}`, containers);
    documents.push(text);
    count += text.split('\n').length;
  }
  return documents.join('---\n');
}

/** An application as it is deployed: what its parts say is joined over all files. Some find no counterpart. */
export function application(random: Random, name: string, namespace: string | undefined): string {
  const metadata = (of: string): string =>
    `metadata:\n  name: ${of}${namespace === undefined ? '' : `\n  namespace: ${namespace}`}`;
  const maybe = (): string => (random() < 0.1 ? `${name}-old` : name);
  return [
    deployment(random, name, 1).replace(
      '  namespace: shop\n',
      namespace ? `  namespace: ${namespace}\n` : '',
    ),
    `apiVersion: v1\nkind: Service\n${metadata(name)}\nspec:\n  selector:\n    app: ${maybe()}\n  ports:\n    - port: 80\n`,
    `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\n${metadata(name)}\nspec:\n  podSelector:\n    matchLabels:\n      app: ${maybe()}\n  policyTypes: [Ingress]\n`,
    `apiVersion: v1\nkind: ServiceAccount\n${metadata(maybe())}\nautomountServiceAccountToken: false\n`,
    `apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\n${metadata(name)}\nspec:\n  minReplicas: 1\n  maxReplicas: 3\n  scaleTargetRef:\n    apiVersion: apps/v1\n    kind: Deployment\n    name: ${maybe()}\n`,
  ].join('---\n');
}

/** A Dockerfile of at least `lines` lines. */
export function dockerfile(random: Random, lines: number): string {
  const text = [
    '# syntax=docker/dockerfile:1',
    'ARG VERSION=3.22',
    `FROM ${pick(random, ['alpine:$VERSION', 'debian:trixie-slim', 'node:24'])} AS build`,
    'WORKDIR /src',
  ];
  while (text.length < lines - 4) {
    const kind = random();
    if (kind < 0.4)
      text.push(
        'RUN apt-get update && apt-get install -y --no-install-recommends \\',
        '      curl=8.* \\',
        '      git \\',
        '    && rm -rf /var/lib/apt/lists/*',
      );
    else if (kind < 0.6) text.push('COPY --chown=1000:1000 package.json package-lock.json ./');
    else if (kind < 0.8) text.push(`ENV NODE_ENV=production PORT=${Math.floor(random() * 9000)}`);
    else
      text.push(
        '# A note on the next step',
        'RUN --mount=type=cache,target=/root/.npm npm ci && npm run build',
      );
  }
  return [
    ...text,
    'FROM alpine:3.22',
    'COPY --from=build /src/dist /app',
    'USER 65532',
    'ENTRYPOINT ["/app/server"]',
    '',
  ].join('\n');
}
