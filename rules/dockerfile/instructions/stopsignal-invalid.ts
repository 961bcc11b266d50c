import { say } from '../../message';
import { dockerDocs } from '../../references';
import { closestTo } from '../../words';
import { replaceWord } from '../model/edit';
import { dockerfileRule } from '../model/rule';

export default dockerfileRule({
  id: 'stopsignal-invalid',
  topic: 'C10',
  severity: 'error',
  profile: 'recommended',
  title: 'STOPSIGNAL is no signal',
  why: 'Docker refuses to build the file.',
  remedy: 'Write the name or the number of a signal: `SIGTERM`, `SIGINT`, `9`.',
  aliases: [],
  references: [dockerDocs('reference/dockerfile/#stopsignal', 'Dockerfile reference, STOPSIGNAL')],
  fix: 'review',

  stopsignal({ argument }, { report }) {
    const known = argument?.known;
    if (!argument || known === undefined || isSignal(known)) return;
    const close = closestTo(
      known.toUpperCase(),
      signals.map((name) => `SIG${name}`),
    );
    report(argument, say`\`${known}\` is no signal.`, {
      fix:
        close === undefined
          ? undefined
          : { title: say`Write ${close}`, edits: [replaceWord(argument, close)] },
    });
  },
});

/** Signals of Linux, as Docker takes them: by number, or by name with or without SIG. */
const signals: readonly string[] =
  'ABRT ALRM BUS CHLD CLD CONT FPE HUP ILL INT IO IOT KILL PIPE POLL PROF PWR QUIT SEGV STKFLT STOP SYS TERM TRAP TSTP TTIN TTOU URG USR1 USR2 VTALRM WINCH XCPU XFSZ'.split(
    ' ',
  );

function isSignal(text: string): boolean {
  if (/^[+-]?\d+$/.test(text)) return Number(text) !== 0;
  const name = text.toUpperCase().replace(/^SIG/, '');
  return signals.includes(name) || /^RT(?:MIN(?:\+(?:[1-9]|1[0-5]))?|MAX(?:-(?:[1-9]|1[0-4]))?)$/.test(name);
}
