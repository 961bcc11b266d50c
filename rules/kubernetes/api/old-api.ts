import type { OldApi } from '../../data/api-versions';
import { type Message, say } from '../../message';
import { kubernetesDocs } from '../../references';
import { set } from '../../yaml/edit';
import { oldApiOf } from '../model/api-versions';
import type { KubernetesObject } from '../model/object';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'old-api',
  topic: 'A6',
  severity: 'error',
  profile: 'recommended',
  title: 'API version that is removed or deprecated',
  why: 'An object of an API version that the cluster does not serve is refused: what it was to protect or run is not there.',
  remedy: 'Move to the version that replaced it.',
  aliases: ['kics:94b76ea5-e074-4ca2-8a03-c5a606e30645', 'KSV-0107', 'kube-score:stable-version'],
  references: [kubernetesDocs('reference/using-api/deprecation-guide/', 'Deprecated API migration guide')],
  fix: 'safe',

  object(object, { report, version }) {
    const api = oldApiOf(object, version);
    if (!api) return;
    const place = object.cursor.at('apiVersion');
    const isRemoved = api.removed !== undefined && version.minor >= api.removed;
    report(place, isRemoved ? saidRemoved(object, api) : saidDeprecated(object, api), {
      severity: isRemoved ? 'error' : 'info',
      tags: ['deprecated'],
      fix:
        api.isEqual && api.replacement !== undefined && version.minor >= (api.since ?? 0)
          ? { title: say`Use ${api.replacement}`, edits: [set(place, api.replacement)] }
          : undefined,
    });
  },
});

function saidRemoved(object: KubernetesObject, { removed, replacement }: OldApi): Message {
  const since = `1.${removed ?? 0}`;
  return replacement === undefined
    ? say`${object.title} is written for ${object.apiVersion}, which Kubernetes does not serve since ${since}. Nothing of the kind replaced it.`
    : say`${object.title} is written for ${object.apiVersion}, which Kubernetes does not serve since ${since}. Use ${replacement}.`;
}

function saidDeprecated(object: KubernetesObject, { removed, replacement }: OldApi): Message {
  const instead = replacement ?? 'something else';
  return removed === undefined
    ? say`${object.title} is written for ${object.apiVersion}, which is deprecated. Use ${instead}.`
    : say`${object.title} is written for ${object.apiVersion}, which is deprecated and not served from Kubernetes ${`1.${removed}`} on. Use ${instead}.`;
}
