import { say } from '../../message';
import { dockerDocs } from '../../references';
import { removeWord } from '../model/edit';
import { dockerfileRule } from '../model/rule';

export default dockerfileRule({
  id: 'host-network-run',
  topic: 'C4',
  severity: 'warning',
  profile: 'recommended',
  title: 'RUN in the network of the builder',
  why: 'The command reaches what listens on the builder itself: services on localhost, the metadata of the cloud, abstract sockets. Its own ports are open there as well.',
  remedy:
    'Take the flag out: a build has a network of its own. Services that a test needs can run in the same RUN.',
  aliases: [],
  references: [dockerDocs('reference/dockerfile/#run---network', 'Dockerfile reference, RUN --network')],
  fix: 'review',
  inOnbuild: true,

  run(run, { report }) {
    const flag = run.flag('network');
    if (flag?.value?.known !== 'host') return;
    report(
      flag,
      say`This command shares the network of the builder and reaches all that listens there. Take \`--network=host\` out.`,
      { fix: { title: say`Remove --network=host`, edits: [removeWord(flag)] } },
    );
  },
});
