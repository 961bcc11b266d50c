import type { Span } from '../../../text';
import type { Command } from '../../model/shell/command';

export interface AccountPassword {
  readonly user: string;
  readonly password: string;
  readonly span: Span;
}

/** The lines `user:password` that reach `chpasswd`, as far as they are known. */
export function passwordsForChpasswd(command: Command): readonly AccountPassword[] {
  const piped = command.pipedFrom
    .filter(({ name }) => name === 'echo' || name === 'printf')
    .flatMap(({ args }) =>
      args.filter(({ isFlag }) => !isFlag).map(({ known, span }) => ({ text: known, span })),
    );
  const given = command.redirections.flatMap(({ operator, target, body, span }) =>
    operator === '<<<' || body !== undefined ? [{ text: body ?? target?.known, span }] : [],
  );
  return [...piped, ...given].flatMap(({ text, span }) =>
    (text ?? '').split(/\\n|\n/).flatMap((line) => {
      const match = /^([a-z_][\w.-]*):(.*)$/i.exec(line.trim());
      return match?.[1] === undefined || match[2] === undefined
        ? []
        : [{ user: match[1], password: match[2], span }];
    }),
  );
}
