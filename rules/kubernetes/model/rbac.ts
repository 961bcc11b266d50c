import type { Cursor } from '../../yaml/cursor';
import type { KubernetesObject } from './object';

const group = 'rbac.authorization.k8s.io';

export const isRole = (object: KubernetesObject): boolean =>
  object.group === group && (object.kind === 'Role' || object.kind === 'ClusterRole');

export const isBinding = (object: KubernetesObject): boolean =>
  object.group === group && (object.kind === 'RoleBinding' || object.kind === 'ClusterRoleBinding');

/** One rule of a role. */
export class AccessRule {
  constructor(readonly cursor: Cursor) {}

  get groups(): readonly string[] {
    return stringsOf(this.cursor.get('apiGroups'));
  }

  get resources(): readonly string[] {
    return stringsOf(this.cursor.get('resources'));
  }

  get verbs(): readonly string[] {
    return stringsOf(this.cursor.get('verbs'));
  }

  /** The names that the rule is bound to; empty where it is about all objects. */
  get resourceNames(): readonly string[] {
    return stringsOf(this.cursor.get('resourceNames'));
  }

  /** True where one of the verbs is named, or all are meant. */
  allows(...verbs: readonly string[]): boolean {
    return this.verbs.some((verb) => verb === '*' || verbs.includes(verb));
  }

  /** True where one of the resources of the group is named, or meant by a star. */
  covers(apiGroup: string, ...resources: readonly string[]): boolean {
    return (
      this.groups.some((one) => one === '*' || one === apiGroup) &&
      this.resources.some((one) => resources.some((resource) => matches(one, resource)))
    );
  }

  /** True where one of the resources is named as it is, whatever the group; a star is no name. */
  names(...resources: readonly string[]): boolean {
    return this.resources.some((one) => resources.includes(one));
  }
}

/** A star means all resources and subresources, a star before a slash the subresource of all. Source: RBAC evaluation helpers. */
const matches = (pattern: string, resource: string): boolean =>
  pattern === '*' ||
  pattern === resource ||
  (pattern.startsWith('*/') && resource.endsWith(pattern.slice(1)));

const stringsOf = (list: Cursor): readonly string[] =>
  list.items.map((item) => item.string).filter((text) => text !== undefined);

export const rulesOf = (role: KubernetesObject): readonly AccessRule[] =>
  isRole(role) ? role.cursor.get('rules').items.map((item) => new AccessRule(item)) : [];

/** True for the roles that every cluster has: a file that holds one repeats what is there anyway. */
export const isBuiltIn = (role: KubernetesObject): boolean =>
  role.name.startsWith('system:') ||
  (role.kind === 'ClusterRole' && ['cluster-admin', 'admin', 'edit'].includes(role.name));

/** True where the rule names Secrets and lets them be read or changed. */
export const managesSecrets = (access: AccessRule): boolean =>
  access.names('secrets') &&
  access.allows(
    'get',
    'list',
    'watch',
    'impersonate',
    'create',
    'update',
    'patch',
    'delete',
    'deletecollection',
  );

/** The subjects of a binding that are users or groups of one of the names. */
export const usersNamed = (binding: KubernetesObject, ...names: readonly string[]): readonly Cursor[] =>
  binding.cursor.get('subjects').items.filter((subject) => {
    const name = subject.get('name').string;
    return subject.get('kind').string !== 'ServiceAccount' && name !== undefined && names.includes(name);
  });

/** Roles that the API server itself binds to everybody, since they give away nothing. */
const openRoles: ReadonlySet<string> = new Set([
  'system:public-info-viewer',
  'system:discovery',
  'system:basic-user',
  'kubeadm:bootstrap-signer-clusterinfo',
]);

export const isOpenByDefault = (binding: KubernetesObject): boolean =>
  openRoles.has(binding.cursor.path('roleRef', 'name').string ?? '');
