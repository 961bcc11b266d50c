/**
 * Images whose own configuration names another user than root, so that an image built on them needs no USER of its own.
 * Each was taken from the image's Dockerfile or its documentation. As of 2026-10.
 */
export interface NonRootImage {
  /** Where Docker Hub is not meant. */
  readonly registry?: string;
  /** Matched against the whole path, without `library/`. */
  readonly repository: RegExp;
  /** Matched against the tag, where only some tags are meant. */
  readonly tag?: RegExp;
  readonly source: string;
}

const distroless = 'https://github.com/GoogleContainerTools/distroless#why-should-i-use-distroless-images';
const dockerHub = (image: string): string => `https://hub.docker.com/_/${image}`;

export const nonRootImages: readonly NonRootImage[] = [
  { registry: 'gcr.io', repository: /^distroless\/./, tag: /nonroot/, source: distroless },
  {
    registry: 'cgr.dev',
    repository: /^chainguard(?:-private)?\/(?!wolfi-base$|busybox$|git$|bash$)/,
    source:
      'https://edu.chainguard.dev/chainguard/chainguard-images/how-to-use/how-to-use-chainguard-images/',
  },
  {
    registry: 'dhi.io',
    repository: /./,
    tag: /^(?!.*-dev)/,
    source: 'https://docs.docker.com/dhi/migration/',
  },
  {
    registry: 'mcr.microsoft.com',
    repository: /^dotnet\//,
    tag: /chiseled|distroless/,
    source: 'https://github.com/dotnet/dotnet-docker/blob/main/documentation/ubuntu-chiseled.md',
  },
  {
    registry: 'mcr.microsoft.com',
    repository: /^(?:azurelinux|cbl-mariner|openjdk)\//,
    tag: /nonroot/,
    source: 'https://github.com/microsoft/azurelinux',
  },
  {
    registry: 'mcr.microsoft.com',
    repository: /^mssql\/server$/,
    source: 'https://learn.microsoft.com/sql/linux/sql-server-linux-docker-container-security',
  },
  {
    registry: 'mcr.microsoft.com',
    // Their metadata names the user for the editor, which is who works in the container.
    repository: /^(?:vscode\/)?devcontainers\//,
    source: 'https://containers.dev/implementors/json_reference/',
  },
  {
    registry: 'registry.access.redhat.com',
    repository:
      /^(?:ubi\d+|rhel\d+|rhscl)\/(?:nodejs|python|ruby|perl|php|go-toolset|openjdk|dotnet|httpd|nginx|s2i)/,
    source: 'https://github.com/sclorg/container-common-scripts',
  },
  {
    registry: 'registry.redhat.io',
    repository:
      /^(?:ubi\d+|rhel\d+|rhscl)\/(?:nodejs|python|ruby|perl|php|go-toolset|openjdk|dotnet|httpd|nginx|s2i|postgresql|mysql|mariadb|redis)/,
    source: 'https://github.com/sclorg/container-common-scripts',
  },
  {
    registry: 'quay.io',
    repository: /^keycloak\/keycloak$/,
    source: 'https://www.keycloak.org/server/containers',
  },
  { registry: 'quay.io', repository: /^jupyter\//, source: 'https://jupyter-docker-stacks.readthedocs.io/' },
  { registry: 'quay.io', repository: /^prometheus\//, source: 'https://github.com/prometheus/prometheus' },
  { registry: 'quay.io', repository: /^argoproj\/argocd$/, source: 'https://github.com/argoproj/argo-cd' },
  {
    registry: 'quay.io',
    repository: /^strimzi\//,
    source: 'https://github.com/strimzi/strimzi-kafka-operator',
  },
  {
    registry: 'docker.elastic.co',
    repository: /^(?:elasticsearch|kibana|logstash)\//,
    source: 'https://www.elastic.co/docs/deploy-manage/deploy/self-managed/install-elasticsearch-docker-prod',
  },
  {
    repository: /^(?:elasticsearch|kibana|logstash)$/,
    tag: /^(?:[89]|\d\d)/,
    source: dockerHub('elasticsearch'),
  },
  { repository: /^bitnami(?:legacy|secure)?\//, source: 'https://github.com/bitnami/containers' },
  {
    repository: /^nginxinc\/nginx-unprivileged$/,
    source: 'https://github.com/nginx/docker-nginx-unprivileged',
  },
  { repository: /^jenkins\//, source: 'https://github.com/jenkinsci/docker' },
  { repository: /^jupyter\//, source: 'https://jupyter-docker-stacks.readthedocs.io/' },
  {
    repository: /^grafana\//,
    source: 'https://grafana.com/docs/grafana/latest/setup-grafana/installation/docker/',
  },
  { repository: /^prom\//, source: 'https://github.com/prometheus/prometheus' },
  { repository: /^sonarqube$/, tag: /^(?!(?:[78]|lts)(?:\.|-|$))/, source: dockerHub('sonarqube') },
  { repository: /^sonatype\/nexus3$/, source: 'https://github.com/sonatype/docker-nexus3' },
  { repository: /^solr$/, source: dockerHub('solr') },
  { repository: /^memcached$/, source: dockerHub('memcached') },
  { repository: /^haproxy$/, tag: /^(?:2\.[4-9]|[3-9]\.)/, source: dockerHub('haproxy') },
  { repository: /^varnish$/, tag: /^(?:[7-9]\.|6\.0)/, source: dockerHub('varnish') },
  { repository: /^docker$/, tag: /rootless/, source: dockerHub('docker') },
  {
    repository: /^moby\/buildkit$/,
    tag: /rootless/,
    source: 'https://github.com/moby/buildkit/blob/master/docs/rootless.md',
  },
  { repository: /^nodered\/node-red/, source: 'https://nodered.org/docs/getting-started/docker' },
  { repository: /^n8nio\/n8n$/, source: 'https://github.com/n8n-io/n8n' },
  { repository: /^mambaorg\/micromamba$/, source: 'https://micromamba-docker.readthedocs.io/' },
  {
    repository: /^(?:cimg|circleci)\//,
    source: 'https://circleci.com/docs/guides/execution-managed/circleci-images/',
  },
  { repository: /^selenium\//, source: 'https://github.com/SeleniumHQ/docker-selenium' },
  { repository: /^gitpod\//, source: 'https://github.com/gitpod-io/workspace-images' },
  {
    repository: /^apache\/(?:airflow|spark|flink|kafka|druid|superset)$/,
    source: 'https://airflow.apache.org/docs/docker-stack/',
  },
  {
    repository: /^(?:opensearchproject\/)/,
    source: 'https://github.com/opensearch-project/opensearch-build',
  },
];
