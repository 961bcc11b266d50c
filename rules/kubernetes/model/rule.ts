import type { Context, RuleAbout } from '../../rule';
import type { YamlDocument } from '../../yaml/document';
import type { YamlEdit } from '../../yaml/edit';
import type { Container } from './container';
import type { KubernetesObject } from './object';
import type { Pod } from './pod';
import type { KubernetesVersion } from './version';

export interface KubernetesContext extends Context<YamlEdit> {
  /** The version that the manifests are meant for. */
  readonly version: KubernetesVersion;
  readonly document: YamlDocument;
}

/** The nodes that a rule may ask for; each is given once to every rule that asks, in one walk. */
export interface KubernetesVisitor {
  object?(object: KubernetesObject, context: KubernetesContext): void;
  pod?(pod: Pod, context: KubernetesContext): void;
  container?(container: Container, context: KubernetesContext): void;
}

export interface KubernetesRule<Id extends string = string> extends RuleAbout<Id>, KubernetesVisitor {
  readonly family: 'kubernetes';
}

export const kubernetesRule = <const Id extends string>(
  rule: RuleAbout<Id> & KubernetesVisitor,
): KubernetesRule<Id> => ({
  ...rule,
  family: 'kubernetes',
});
