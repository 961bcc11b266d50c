import { say } from '../../message';
import { dockerDocs } from '../../references';
import { removeWord } from '../model/edit';
import { dockerfileRule } from '../model/rule';

export default dockerfileRule({
  id: 'platform-redundant',
  topic: 'C10',
  severity: 'info',
  profile: 'all',
  title: 'FROM for the platform that it has anyway',
  why: '`$TARGETPLATFORM` is the platform that FROM takes by itself. Written out, it looks as if it were special.',
  remedy: 'Leave the flag out.',
  aliases: ['buildkit:RedundantTargetPlatform', 'DL3065'],
  references: [dockerDocs('reference/build-checks/redundant-target-platform/', 'RedundantTargetPlatform')],
  fix: 'safe',

  from(from, { report }) {
    const flag = from.flag('platform');
    const text = flag?.value?.value ?? '';
    if (!flag || !/^\$(?:TARGETPLATFORM|\{TARGETPLATFORM(?::?-[^$}]*)?\})$/.test(text)) return;
    report(flag, say`FROM takes \`$TARGETPLATFORM\` by itself. Leave the flag out.`, {
      tags: ['unnecessary'],
      fix: { title: say`Take --platform out`, edits: [removeWord(flag)] },
    });
  },
});
