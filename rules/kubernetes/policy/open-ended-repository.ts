import { say } from '../../message';
import { setAny } from '../../yaml/edit';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'open-ended-repository',
  topic: 'C9',
  severity: 'warning',
  profile: 'recommended',
  title: 'A policy takes images of whoever has a name that begins alike',
  why: 'Gatekeeper compares the beginning of an image with the beginnings that the policy allows. `ghcr.io/shop` lets in `ghcr.io/shop-of-somebody-else/miner` too.',
  remedy: 'End each repository with a slash.',
  aliases: [],
  alsoKnownAs: ['KSV-0124'],
  references: [
    {
      title: 'Gatekeeper library: allowed repositories',
      url: 'https://open-policy-agent.github.io/gatekeeper-library/website/validation/allowedrepos',
    },
  ],
  fix: 'review',

  object(object, { report }) {
    if (object.group !== 'constraints.gatekeeper.sh' || object.kind !== 'K8sAllowedRepos') return;
    for (const repository of object.cursor.path('spec', 'parameters', 'repos').items) {
      const { string } = repository;
      if (string === undefined || string === '' || string.endsWith('/')) continue;
      report(
        repository,
        say`${object.title} allows every image whose name begins with \`${string}\`, those of \`${string}-else\` too. End it with a slash.`,
        { fix: { title: say`End the repository with a slash`, edits: [setAny(repository, `${string}/`)] } },
      );
    }
  },
});
